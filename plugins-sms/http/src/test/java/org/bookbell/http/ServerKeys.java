package org.bookbell.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A self-signed certificate with its key, made by the JDK's keytool. */
final class ServerKeys {

    private static final String PASSWORD = "changeit";

    private final KeyStore store;

    private ServerKeys(KeyStore store) {
        this.store = store;
    }

    /** Keys for a server reached as {@code name}, such as {@code IP:127.0.0.1}. */
    static ServerKeys of(Path folder, String name) throws IOException, InterruptedException, GeneralSecurityException {
        var file = folder.resolve("keys.p12");
        var log = folder.resolve("keytool.log");
        var command = "-genkeypair -alias server -keyalg EC -dname CN=test -validity 3650 -storetype PKCS12 -storepass "
                + PASSWORD + " -ext SAN=" + name + " -keystore " + file;
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        builder.command().addAll(List.of(command.split(" ")));
        var exit = builder.redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException("keytool failed: " + Files.readString(log));
        }
        return new ServerKeys(KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray()));
    }

    /** A socket on a free port of 127.0.0.1 that speaks TLS. */
    ServerSocket listen() throws GeneralSecurityException, IOException {
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    String certificate() throws GeneralSecurityException {
        var bytes = store.getCertificate("server").getEncoded();
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes)
                + "\n-----END CERTIFICATE-----\n";
    }
}
