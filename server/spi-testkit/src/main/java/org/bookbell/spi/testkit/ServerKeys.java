package org.bookbell.spi.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A self-signed certificate with its key, made by the JDK's keytool: for a fake of a provider that speaks TLS. */
public final class ServerKeys {

    private static final int BACKLOG = 50;
    private static final char[] PASSWORD = "changeit".toCharArray();

    private final KeyStore store;

    private ServerKeys(KeyStore store) {
        this.store = store;
    }

    /**
     * Keys for a server reached as {@code subjectAlternativeName}, such as {@code IP:127.0.0.1}.
     *
     * @param folder in which keytool writes them; one for each call
     * @throws IllegalStateException if keytool fails; the message holds what it printed
     */
    public static ServerKeys of(Path folder, String subjectAlternativeName)
            throws IOException, InterruptedException, GeneralSecurityException {
        var file = folder.resolve("keys.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var exit = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=test",
                        "-ext",
                        "SAN=" + subjectAlternativeName,
                        "-validity",
                        "3650",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException("keytool failed: " + Files.readString(folder.resolve("keytool.log")));
        }
        return new ServerKeys(KeyStore.getInstance(file.toFile(), PASSWORD));
    }

    /** What a server speaks TLS with. */
    public SSLContext server() throws GeneralSecurityException {
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    /** A socket on a free port of 127.0.0.1 that speaks TLS; the caller closes it. */
    public ServerSocket listen() throws GeneralSecurityException, IOException {
        return server().getServerSocketFactory().createServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    }

    /** The certificate as PEM, for a setting that names whom to trust. */
    public String certificate() throws GeneralSecurityException {
        var bytes = store.getCertificate("server").getEncoded();
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes)
                + "\n-----END CERTIFICATE-----\n";
    }
}
