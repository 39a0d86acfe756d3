package org.bookbell.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.bookbell.problem.ProblemType.NOT_FOUND;
import static org.bookbell.problem.ProblemType.STALE_VERSION;

import org.bookbell.audit.Actor;
import org.bookbell.problem.Fault;
import org.bookbell.problem.ProblemException;
import org.bookbell.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LocationSetupTest {

    private static final LocationDetails STUDIO = new LocationDetails("Studio", " 1 High Street ", false);

    private final TestDatabase database = TestDatabase.h2();
    private final Organizations organizations = new Organizations(database.entityManager());
    private final Locations locations = new Locations(database.entityManager());
    private final LocationSetup setup =
            new LocationSetup(database.entityManager(), organizations, locations, database.ids(), database.audit());
    private final long practice = found("practice");
    private final long school = found("school");

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_location_belongs_to_its_organization_alone() {
        var studio = add(practice, STUDIO);

        assertThat(listed(practice)).isEqualTo(1);
        assertThat(listed(school)).isZero();
        assertThat(studio.address()).contains("1 High Street");
        assertThatThrownBy(() -> database.inTransaction(() -> locations.get(school, studio.id())))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(NOT_FOUND));
    }

    @Test
    void a_closed_location_is_still_known() {
        var studio = add(practice, STUDIO);

        database.inTransaction(() -> setup.close(Actor.system(), practice, studio.id()));

        assertThat(database.inTransaction(() -> locations.get(practice, studio.id()))
                        .isActive())
                .isFalse();
    }

    @Test
    void whoever_saw_an_older_location_may_not_overwrite_a_newer_one() {
        var studio = add(practice, STUDIO);
        var atClient = new LocationDetails("At your home", null, true);

        var changed = change(studio, studio.version(), atClient);

        assertThat(changed.isAtClient()).isTrue();
        assertThatThrownBy(() -> change(studio, studio.version() + 7, STUDIO))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(STALE_VERSION));
    }

    @Test
    void all_faults_of_a_location_are_told_at_once() {
        var problem = catchThrowableOfType(
                ProblemException.class, () -> add(practice, new LocationDetails("", "x".repeat(301), true)));

        assertThat(problem.faults()).extracting(Fault::pointer).containsExactly("/name", "/address", "/address");
    }

    private Location add(long organizationId, LocationDetails details) {
        return database.inTransaction(() -> setup.add(Actor.system(), organizationId, details));
    }

    private Location change(Location location, long version, LocationDetails details) {
        return database.inTransaction(() -> setup.change(Actor.system(), practice, location.id(), version, details));
    }

    private long listed(long organizationId) {
        return database.inTransaction(() -> locations.list(organizationId)).size();
    }

    private long found(String slug) {
        var founding = new Founding(
                database.entityManager(), organizations, database.ids(), database.clock(), database.audit());
        var founded = new NewOrganization(slug, "The " + slug, "Europe/London", "en-GB", "GB", null, null);
        return database.inTransaction(() -> founding.found(Actor.system(), founded))
                .id();
    }
}
