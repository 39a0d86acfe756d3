package org.bookbell.it.mail;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.bookbell.it.database.FreePort;
import org.bookbell.it.database.Required;
import org.bookbell.it.database.ScratchDirectory;

/**
 * The mail server of {@code practice.example} as a process, with files of its own: it takes everything, knows one mailbox,
 * and bounces the rest. Its configuration must be root's, who therefore runs the tests that need it.
 */
final class Exim implements AutoCloseable {

    private static final String PROGRAM = "/usr/sbin/exim4";
    private static final String USER = "Debian-exim";
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    // "suffix" is what docs/providers/smtp.md tells operators to set; GreenMail takes nothing from an empty sender
    private static final String CONFIGURATION = """
            primary_hostname = mail.practice.example
            spool_directory = %1$s/spool
            log_file_path = %1$s/log/%%s
            pid_file_path = %1$s/spool/pid
            local_interfaces = 127.0.0.1
            daemon_smtp_ports = %2$d
            deliver_drop_privilege = true
            keep_environment =
            tls_advertise_hosts =
            dsn_advertise_hosts = *
            acl_smtp_rcpt = accept
            acl_smtp_data = accept
            begin routers
            suffix:
              driver = redirect
              domains = practice.example
              local_parts = bounces
              local_part_suffix = +*
              data = bounces@practice.example
            mailbox:
              driver = manualroute
              domains = practice.example
              local_parts = bounces
              route_list = * 127.0.0.1
              self = send
              transport = mailbox
            begin transports
            mailbox:
              driver = smtp
              port = %3$d
              allow_localhost = true
              return_path = mailer-daemon@mail.practice.example
            """;

    private final int port = FreePort.find();
    private final Process process;

    private Exim(Path directory, int mailboxPort) throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        makeOwn(directory.resolve("spool"));
        makeOwn(directory.resolve("log"));
        var file = directory.resolve("exim.conf");
        Files.writeString(file, CONFIGURATION.formatted(directory, port, mailboxPort));
        process = new ProcessBuilder(PROGRAM, "-C", file.toString(), "-bdf")
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("console").toFile())
                .start();
        ScratchDirectory.deleteAtEnd(directory, this::close);
        await("Exim, whose files are in " + directory)
                .atMost(PATIENCE)
                .failFast("Exim ended", () -> !process.isAlive())
                .until(this::listens);
    }

    /** One that delivers to the mailbox over SMTP at {@code mailboxPort} of 127.0.0.1. */
    static Exim start(int mailboxPort) {
        Required.program(PROGRAM, "exim4-daemon-light");
        try {
            return new Exim(ScratchDirectory.create("exim"), mailboxPort);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroy();
        await("the end of Exim").atMost(PATIENCE).until(() -> !process.isAlive());
    }

    private static void makeOwn(Path directory) throws IOException {
        Files.createDirectory(directory);
        var users = directory.getFileSystem().getUserPrincipalLookupService();
        Files.setOwner(directory, users.lookupPrincipalByName(USER));
    }

    private boolean listens() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException nobody) {
            return false;
        }
    }
}
