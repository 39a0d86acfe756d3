package org.bookbell.it.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Predicate;
import org.bookbell.it.database.Vendor;
import org.bookbell.it.server.Api;
import org.bookbell.it.server.BookbellServer;
import org.bookbell.it.server.Shop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever somebody drops into the plugins folder, the server starts, uses what is good and says what is wrong. */
@SuppressWarnings("NullAway.Init")
class PluginFolderIT {

    @TempDir
    private static Path folder;

    private static BookbellServer server;
    private static Api operator;

    @BeforeAll
    static void start_with_good_and_bad_jars() throws IOException {
        var good = Files.readAllBytes(PluginJars.notebook(folder));
        Files.write(folder.resolve("corrupt.jar"), corrupt(good));
        Files.write(folder.resolve("half.jar"), Arrays.copyOf(good, good.length / 2));
        Files.writeString(folder.resolve("page.jar"), "<html>404 Not Found</html>");
        Files.createFile(folder.resolve("empty.jar"));
        PluginJars.pack(folder.resolve("nestless.jar"), NestlessSms.class);
        PluginJars.pack(folder.resolve("closed.jar"), ClosedSms.class);
        Files.write(folder.resolve("twice.jar"), good);
        server = BookbellServer.on(Vendor.H2.freshSchema(), Map.of("bookbell.plugins.dir", folder.toString()));
        operator = server.operator();
    }

    @AfterAll
    static void stop() {
        server.kill();
    }

    @Test
    void a_good_plugin_is_used() {
        var plugin = plugin("notebook.jar");

        assertThat(plugin.getString("state")).isEqualTo("LOADED");
        assertThat(plugin.getString("name")).isEqualTo(NotebookSms.NAME);
        assertThat(open("good", NotebookSms.NAME).getString("outcome")).isEqualTo("NOT_OFFERED");
        assertThat(faultOf("good")).isEmpty();
    }

    @Test
    void damaged_half_copied_and_wrong_files_are_to_be_copied_again() {
        for (var jar : new String[] {"corrupt.jar", "half.jar", "page.jar", "empty.jar"}) {
            assertThat(plugin(jar).getString("state")).as(jar).isEqualTo("REFUSED");
            assertThat(plugin(jar).getString("fault")).as(jar).contains("damaged or only half there");
            assertThat(plugin(jar).getString("cure")).as(jar).contains("Copy it again and restart the server.");
        }
    }

    @Test
    void a_jar_that_lacks_a_class_is_told_which() {
        var plugin = plugin("nestless.jar");

        assertThat(plugin.getString("state")).isEqualTo("REFUSED");
        assertThat(plugin.getString("fault")).contains("needs the class " + Nest.class.getName());
        assertThat(plugin.getString("cure")).isEqualTo("Use a jar that contains its libraries.");
    }

    @Test
    void a_class_that_is_missing_only_when_an_account_is_opened_is_a_fault_of_the_account() {
        assertThat(plugin("closed.jar").getString("state")).isEqualTo("LOADED");

        var check = open("closed", "closed");

        assertThat(check.getString("outcome")).isEqualTo("FAILS");
        assertThat(check.getString("detail")).contains("failed to open the account", "NoClassDefFoundError");
        assertThat(faultOf("closed")).isEqualTo(check.getString("detail"));
        assertThat(operator.get("/operator").body()).contains("failed to open the account");
        assertThat(server.api().get("/health/ready").status()).isEqualTo(200);
    }

    @Test
    void a_plugin_that_is_there_twice_is_used_once() {
        var plugin = plugin("twice.jar");

        assertThat(plugin.getString("state")).isEqualTo("REFUSED");
        assertThat(plugin.getString("fault")).contains("already taken");
    }

    @Test
    void operators_see_what_a_plugin_asks_for_and_which_gateways_use_it() {
        open("listed", NotebookSms.NAME);

        var plugin = plugin("notebook.jar");
        assertThat(plugin.getString("origin")).isEqualTo("FOLDER");
        assertThat(plugin.getJsonArray("gateways").toString()).contains("\"listed\"");
        assertThat(plugin.getJsonArray("settings").getJsonObject(0).getString("name"))
                .isEqualTo("file");
        var page = operator.get("/operator/plugins").body();
        assertThat(page)
                .contains("notebook.jar", "/operator/gateways/listed")
                .contains("/operator/gateways/new?kind=SMS&amp;provider=" + NotebookSms.NAME)
                .contains("half.jar", "damaged or only half there", "Copy it again and restart the server.")
                .contains("needs the class " + Nest.class.getName(), "Use a jar that contains its libraries.");
    }

    @Test
    void plugins_that_come_with_the_server_tell_their_jar_and_version() {
        var smtp = only(each -> each.getString("name").equals("smtp"), "smtp");

        assertThat(smtp.getString("origin")).isEqualTo("SERVER");
        assertThat(smtp.getString("jar")).matches("bookbell-smtp.*\\.jar");
        assertThat(smtp.getString("version")).matches("\\d+\\.\\d+.*");
        assertThat(smtp.getString("spiVersion")).matches("\\d+\\.\\d+");
    }

    private static JsonObject plugin(String jar) {
        return only(plugin -> plugin.getString("jar", "").equals(jar), jar);
    }

    private static JsonObject only(Predicate<JsonObject> wanted, String what) {
        var listed = operator.get("/api/v1/operator/plugins").json().getJsonArray("items");
        return listed.getValuesAs(JsonObject.class).stream()
                .filter(wanted)
                .reduce((one, other) -> {
                    throw new AssertionError("told twice: " + one + " and " + other);
                })
                .orElseThrow(() -> new AssertionError(what + " is not in " + listed));
    }

    private static String faultOf(String gateway) {
        return operator.get("/api/v1/operator/gateways/" + gateway).json().getString("fault", "");
    }

    /** Adds a gateway, and answers whether it works. */
    private static JsonObject open(String gateway, String provider) {
        Shop.create(
                operator,
                "/api/v1/operator/gateways",
                Json.createObjectBuilder()
                        .add("name", gateway)
                        .add("kind", "SMS")
                        .add("provider", provider)
                        .add(
                                "settings",
                                Json.createObjectBuilder()
                                        .add("file", folder.resolve("taken.txt").toString())));
        return operator.post("/api/v1/operator/gateways/" + gateway + "/check").json();
    }

    /** Zeros in the middle, where the classes are; the directory at the end is whole. */
    private static byte[] corrupt(byte[] jar) {
        var bytes = jar.clone();
        Arrays.fill(bytes, 100, bytes.length / 2, (byte) 0);
        return bytes;
    }
}
