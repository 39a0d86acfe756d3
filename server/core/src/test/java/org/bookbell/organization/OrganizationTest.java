package org.bookbell.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.bookbell.problem.ProblemType.ALREADY_EXISTS;
import static org.bookbell.problem.ProblemType.NOT_FOUND;
import static org.bookbell.problem.ProblemType.STALE_VERSION;

import java.time.ZoneId;
import java.util.Locale;
import org.bookbell.audit.Actor;
import org.bookbell.problem.Fault;
import org.bookbell.problem.ProblemException;
import org.bookbell.storage.RecordedEvents;
import org.bookbell.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrganizationTest {

    private final TestDatabase database = TestDatabase.h2();
    private final RecordedEvents<OrganizationChanged> changed = new RecordedEvents<>();
    private final Organizations organizations = new Organizations(database.entityManager());
    private final Founding founding =
            new Founding(database.entityManager(), organizations, database.ids(), database.clock(), database.audit());
    private final OrganizationSettings settings = new OrganizationSettings(organizations, database.audit(), changed);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_founded_organization_is_found_by_its_slug() {
        var founded = found(quietHands());

        var read = database.inTransaction(() -> organizations.getBySlug("Quiet-Hands"));

        assertThat(read.id()).isEqualTo(founded.id());
        assertThat(read.zone()).isEqualTo(ZoneId.of("Europe/Zurich"));
        assertThat(read.locale()).isEqualTo(Locale.forLanguageTag("de-CH"));
        assertThat(read.phone()).contains("+41445550123");
        assertThat(read.email()).contains("desk@example.org");
        assertThat(read.lateBooking()).isEqualTo(LateBooking.NEXT_SHORTER);
        assertThat(read.createdAt()).isEqualTo(database.clock().instant());
    }

    @Test
    void a_slug_belongs_to_one_organization() {
        found(quietHands());

        assertThatThrownBy(() -> found(quietHands()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ALREADY_EXISTS));
    }

    @Test
    void all_faults_are_told_at_once() {
        var wrong = new NewOrganization("Ü", " ", "Europe/Nowhere", "xx-YY-", "ZZ", "12", "desk");

        var problem = catchThrowableOfType(ProblemException.class, () -> found(wrong));

        assertThat(problem.faults())
                .extracting(Fault::pointer)
                .containsExactly("/slug", "/name", "/zone", "/locale", "/country", "/phone", "/email");
    }

    @Test
    void a_slug_that_the_server_uses_itself_is_refused() {
        var reserved = new NewOrganization("operator", "Operators", "UTC", "en", "GB", null, null);

        assertThatThrownBy(() -> found(reserved)).hasMessageContaining("reserved");
    }

    @Test
    void a_change_touches_only_what_it_names_and_is_told_to_the_others() {
        var founded = found(quietHands());
        var change = OrganizationChange.none()
                .withName("Quiet Hands & Feet")
                .withQuietHours(22 * 60, 7 * 60)
                .withSmsSender("QuietHands");

        change(founded, change);

        var read = database.inTransaction(() -> organizations.get(founded.id()));
        assertThat(read.name()).isEqualTo("Quiet Hands & Feet");
        assertThat(read.quietFromMinute()).isEqualTo(1320);
        assertThat(read.quietToMinute()).isEqualTo(420);
        assertThat(read.smsSender()).contains("QuietHands");
        assertThat(read.phone()).contains("+41445550123");
        assertThat(changed.fired()).containsExactly(new OrganizationChanged(founded.id()));
    }

    @Test
    void a_blank_takes_away_what_may_be_missing() {
        var founded = found(quietHands());
        var withoutContacts = new OrganizationChange(null, null, null, null, "", " ", "", null, null, null, null);

        var read = change(founded, withoutContacts);

        assertThat(read.phone()).isEmpty();
        assertThat(read.email()).isEmpty();
        assertThat(read.smsSender()).isEmpty();
    }

    @Test
    void a_phone_is_read_in_the_country_that_comes_with_it() {
        var founded = found(quietHands());
        var moved = new OrganizationChange(null, null, null, "GB", "020 7946 0123", null, null, null, null, null, null);

        assertThat(change(founded, moved).phone()).contains("+442079460123");
    }

    @Test
    void settings_that_cannot_be_are_refused_all_at_once() {
        var founded = found(quietHands());
        var wrong = new OrganizationChange(
                "", null, null, null, null, null, "A sender too long", -1, 1440, null, "x".repeat(501));

        var problem = catchThrowableOfType(ProblemException.class, () -> change(founded, wrong));

        assertThat(problem.faults())
                .extracting(Fault::pointer)
                .containsExactly("/name", "/smsSender", "/quietFromMinute", "/quietToMinute", "/consentText");
    }

    @Test
    void whoever_saw_older_settings_may_not_overwrite_newer_ones() {
        var founded = found(quietHands());
        change(founded, OrganizationChange.none().withLateBooking(LateBooking.SEND_NOW));

        assertThatThrownBy(() -> database.inTransaction(() -> settings.change(
                        Actor.system(),
                        founded.id(),
                        1,
                        OrganizationChange.none().withConsentText("Yes."))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(STALE_VERSION));
    }

    @Test
    void an_organization_that_is_none_is_not_found() {
        assertThatThrownBy(() -> database.inTransaction(() -> organizations.getBySlug("nobody")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(NOT_FOUND));
        assertThatThrownBy(() -> database.inTransaction(() -> organizations.get(1)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(NOT_FOUND));
    }

    @Test
    void organizations_are_listed_by_name() {
        found(new NewOrganization("zebra", "Zebra School", "UTC", "en", "GB", null, null));
        found(quietHands());

        assertThat(database.inTransaction(organizations::list))
                .extracting(Organization::slug)
                .containsExactly("quiet-hands", "zebra");
    }

    private static NewOrganization quietHands() {
        return new NewOrganization(
                "quiet-hands", "Quiet Hands", "Europe/Zurich", "de-CH", "CH", "044 555 01 23", "Desk@example.org");
    }

    private Organization found(NewOrganization founded) {
        return database.inTransaction(() -> founding.found(Actor.system(), founded));
    }

    private Organization change(Organization organization, OrganizationChange change) {
        return database.inTransaction(
                () -> settings.change(Actor.system(), organization.id(), organization.version(), change));
    }
}
