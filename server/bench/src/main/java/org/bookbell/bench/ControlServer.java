package org.bookbell.bench;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bookbell.bench.control.ControlApplication;
import org.bookbell.it.database.FreePort;
import org.bookbell.it.database.Schema;
import org.bookbell.it.server.Api;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The control application on a bare Payara Micro, with the flags of the product, and like it with an archive of the
 * classes that a former start loaded.
 */
final class ControlServer {

    private static final Path CLASSES = Path.of("target", "control.jsa").toAbsolutePath();

    private final int port = FreePort.find();
    private final Process process;

    private ControlServer(Path directory, Schema schema, Map<String, String> properties, String archive)
            throws IOException {
        var war = directory.resolve("control.war");
        ShrinkWrap.create(WebArchive.class)
                .addPackage(ControlApplication.class.getPackage())
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .as(ZipExporter.class)
                .exportTo(war.toFile(), true);
        var before = Files.writeString(
                directory.resolve("before-boot.txt"),
                "set configs.config.server-config.network-config.network-listeners.network-listener.http-listener"
                        + ".address=127.0.0.1\n");
        var after = Files.writeString(directory.resolve("after-boot.txt"), pool(schema));
        var command = new ArrayList<>(List.of("java"));
        command.addAll(
                Arrays.asList(System.getProperty("bookbell.bench.flags", "").split(" ")));
        command.add(archive);
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of(
                "-jar", System.getProperty("bookbell.bench.payara", "target/payara-micro.jar"),
                "--nohazelcast", "--disablephonehome",
                "--addlibs", System.getProperty("bookbell.bench.driver", "target/mariadb-java-client.jar"),
                "--prebootcommandfile", before.toString(),
                "--postbootcommandfile", after.toString(),
                "--port", Integer.toString(port),
                "--deploy", war.toString(),
                "--contextroot", "/"));
        command.removeIf(String::isEmpty);
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("control.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        await("the control, whose log is in " + directory)
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(50))
                .failFast("the control ended", () -> !process.isAlive())
                .ignoreException(UncheckedIOException.class)
                .until(() -> Api.at(address()).get("/hello").status() == 200);
    }

    /** A running one; {@code properties} tell it what to read and answer. */
    static ControlServer start(Schema schema, Map<String, String> properties) {
        return start(schema, properties, "-XX:SharedArchiveFile=" + CLASSES);
    }

    /** Starts and stops one, after which those that follow find its classes. */
    static void rehearse(Schema schema) throws IOException {
        Files.deleteIfExists(CLASSES);
        start(schema, Map.of(), "-XX:ArchiveClassesAtExit=" + CLASSES).stop();
    }

    private static ControlServer start(Schema schema, Map<String, String> properties, String archive) {
        try {
            return new ControlServer(Files.createTempDirectory("bookbell-control"), schema, properties, archive);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    long pid() {
        return process.pid();
    }

    void stop() {
        process.destroy();
        await().atMost(Duration.ofSeconds(30)).until(() -> !process.isAlive());
    }

    private static String pool(Schema schema) {
        // a pool wants one where the database wants none
        var password = schema.password().isEmpty() ? "none" : schema.password();
        var url = schema.url().replace(":", "\\:").replace("=", "\\=");
        return "create-jdbc-connection-pool --datasourceclassname org.mariadb.jdbc.MariaDbDataSource --restype"
                + " javax.sql.DataSource --isolationlevel read-committed --maxpoolsize 24 --property user="
                + schema.user() + ":password=" + password + ":url=\"" + url + "\" ControlPool\n"
                + "create-jdbc-resource --connectionpoolid ControlPool jdbc/control\n";
    }
}
