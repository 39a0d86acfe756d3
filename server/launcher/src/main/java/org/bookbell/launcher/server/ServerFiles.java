package org.bookbell.launcher.server;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What Payara Micro would else unpack beside its configuration: it keeps the files that it finds there. Its own cost a
 * start half a second, for a key that no listener uses, for certificates that the machine's administrator cannot change,
 * and for a thousand media types of files that are not served.
 */
final class ServerFiles {

    /** A word for a store that must have one; Payara Micro knows no other. */
    private static final char[] PASSWORD = "changeit".toCharArray();

    private static final Logger LOG = System.getLogger(ServerFiles.class.getName());

    private static final String WEB = """
            <?xml version="1.0" encoding="UTF-8"?>
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xsi:schemaLocation="https://jakarta.ee/xml/ns/jakartaee https://jakarta.ee/xml/ns/jakartaee/web-app_6_0.xsd"
                version="6.0">
              <login-config>
                <auth-method>BASIC</auth-method>
              </login-config>
            </web-app>
            """;

    private ServerFiles() {}

    /** Writes them anew below the server's directory. */
    static void write(Path root) throws IOException {
        Path config = Files.createDirectories(root.resolve("config"));
        Files.writeString(config.resolve("default-web.xml"), WEB);
        noKeys(config.resolve("keystore.p12"));
        Path certificates = config.resolve("cacerts.p12");
        Optional<Path> trusted = trustedByJava();
        if (trusted.isPresent()) {
            Files.copy(trusted.get(), certificates, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.deleteIfExists(certificates);
            LOG.log(
                    Level.WARNING,
                    "The certificates that Java trusts cannot be read with its usual password; Payara's are trusted.");
        }
    }

    private static void noKeys(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            KeyStore keys = KeyStore.getInstance("JKS");
            keys.load(null, null);
            keys.store(out, PASSWORD);
        } catch (GeneralSecurityException impossible) {
            throw new IOException("this Java knows no key stores", impossible);
        }
    }

    /** The store from which Java's own TLS takes its authorities, where nobody names another: JSSE Reference Guide. */
    private static Optional<Path> trustedByJava() {
        Path security = Path.of(System.getProperty("java.home"), "lib", "security");
        return Stream.of("jssecacerts", "cacerts")
                .map(security::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .filter(ServerFiles::opens);
    }

    private static boolean opens(Path store) {
        try {
            return KeyStore.getInstance(store.toFile(), PASSWORD).size() > 0;
        } catch (IOException | GeneralSecurityException otherPassword) {
            return false;
        }
    }
}
