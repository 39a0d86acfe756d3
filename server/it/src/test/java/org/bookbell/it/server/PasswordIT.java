package org.bookbell.it.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import java.net.URLEncoder;
import org.bookbell.it.database.Vendor;
import org.junit.jupiter.api.Test;

/** A new member replaces the password that somebody else has seen. */
class PasswordIT {

    private static final String WANTED = "a sentence makes a good one";

    private final BookbellServer server = BookbellServer.shared(Vendor.H2);
    private final Shop shop = Shop.on(server, 1);
    private final String email = "owner@" + shop.slug() + ".example";

    @Test
    void a_member_changes_the_own_password_and_other_sessions_end() {
        var first = Shop.create(
                        server.operator(),
                        shop.path() + "/members",
                        Json.createObjectBuilder()
                                .add("email", email)
                                .add("name", "Owner")
                                .add("role", "OWNER"))
                .getString("firstPassword");
        var here = Session.signIn(server.api(), email, first);
        var elsewhere = Session.signIn(server.api(), email, first);

        var wrong = here.submit("/password", form("not the present one", WANTED));
        var tooShort = here.submit("/password", form(first, "short"));
        var changed = here.submit("/password", form(first, WANTED));

        assertThat(wrong.body()).contains("The present password is wrong.");
        assertThat(tooShort.body()).contains("12 to 200 characters");
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(here.get("/password").status()).isEqualTo(200);
        assertThat(elsewhere.get("/password").status()).isNotEqualTo(200);
        assertThatThrownBy(() -> Session.signIn(server.api(), email, first)).hasMessageContaining("cannot sign in");
        assertThat(Session.signIn(server.api(), email, WANTED).get("/password").status())
                .isEqualTo(200);
    }

    private static String form(String present, String wanted) {
        return "password=" + URLEncoder.encode(present, UTF_8) + "&newPassword=" + URLEncoder.encode(wanted, UTF_8);
    }
}
