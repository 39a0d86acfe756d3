package org.bookbell.it.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.Map;
import java.util.regex.Pattern;
import org.bookbell.it.database.FreePort;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What IT staff can do from the command line while the server runs over the same data directory. */
class ConsoleIT {

    private static final Pattern PASSWORD = Pattern.compile("with the password (\\S+) \\(shown this once\\)");

    private static BookbellServer server;

    @BeforeAll
    static void start() {
        server = BookbellServer.launched(Map.of());
        server.awaitReady();
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @Test
    void an_owner_signs_in_with_the_password_that_was_printed_once() {
        var created = ConsoleCommand.beside(
                server,
                "organization",
                "create",
                "--name=Quiet Hands",
                "--slug=quiet-hands",
                "--zone=Europe/Zurich",
                "--locale=de-CH",
                "--country=CH",
                "--owner=anna@example.org");

        assertThat(created.exit()).as(created.output()).isZero();
        var password = PASSWORD.matcher(created.output());
        assertThat(password.find()).as(created.output()).isTrue();
        var signedIn = server.api().submit("/sign-in", "email=anna@example.org&password=" + password.group(1));
        var owner = server.api().with("Cookie", signedIn.header("Set-Cookie").replaceAll(";.*", ""));
        assertThat(owner.get("/api/v1/organizations").body()).contains("quiet-hands", "Europe/Zurich");
    }

    @Test
    void an_organization_with_faults_is_refused_with_all_of_them_and_not_made() {
        var refused = ConsoleCommand.beside(
                server,
                "organization",
                "create",
                "--name=Loud Hands",
                "--slug=Loud Hands",
                "--zone=Europe/Zurch",
                "--country=XX",
                "--owner=anna",
                "--colour=red");

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.output())
                .contains("--slug is \"Loud Hands\"", "--zone is \"Europe/Zurch\"", "--country is \"XX\"")
                .contains("--locale is missing", "--owner is \"anna\"", "--colour is not known")
                .doesNotContain("Exception");
        assertThat(server.operator().get("/api/v1/organizations").body()).doesNotContain("Loud Hands");
    }

    @Test
    void each_gateway_is_asked_whether_it_works() {
        var mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        var operator = server.operator();
        addMailServer(operator, "letters", mail.getSmtp().getPort());

        var well = ConsoleCommand.beside(server, "check");
        addMailServer(operator, "lost", FreePort.find());
        var ill = ConsoleCommand.beside(server, "check");
        mail.stop();

        assertThat(well.exit()).as(well.output()).isZero();
        assertThat(well.output()).containsPattern("ok +gateway +letters").contains("All is well.");
        assertThat(ill.exit()).as(ill.output()).isEqualTo(1);
        assertThat(ill.output())
                .containsPattern("ok +database +embedded H2, tables of version \\d+")
                .containsPattern("ok +gateway +letters")
                .containsPattern("WRONG +gateway +lost")
                .contains("! The gateway lost does not work")
                .doesNotContain("Exception");
    }

    private static void addMailServer(Api operator, String name, int port) {
        var answer = operator.post("/api/v1/operator/gateways", """
                {"name": "%s", "kind": "EMAIL", "provider": "smtp", "settings": {"host": "127.0.0.1", "port": "%d",
                "security": "none", "fromAddress": "desk@example.org"}}""".formatted(name, port));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }
}
