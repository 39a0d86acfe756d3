package org.bookbell.launcher.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerFilesTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private Path root;

    @Test
    void the_server_trusts_what_java_trusts() throws Exception {
        Path ofJava = Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");

        ServerFiles.write(root);

        assertThat(root.resolve("config/cacerts.p12")).hasSameBinaryContentAs(ofJava);
    }

    @Test
    void the_server_has_no_key_that_everybody_knows() throws Exception {
        ServerFiles.write(root);

        KeyStore keys = KeyStore.getInstance(root.resolve("config/keystore.p12").toFile(), PASSWORD);
        assertThat(keys.size()).isZero();
    }

    @Test
    void what_a_former_start_left_is_replaced() throws Exception {
        Path web = Files.createDirectories(root.resolve("config")).resolve("default-web.xml");
        Files.writeString(web, "<web-app/>");

        ServerFiles.write(root);

        assertThat(DocumentBuilderFactory.newDefaultInstance()
                        .newDocumentBuilder()
                        .parse(web.toFile())
                        .getElementsByTagName("login-config")
                        .getLength())
                .isEqualTo(1);
    }
}
