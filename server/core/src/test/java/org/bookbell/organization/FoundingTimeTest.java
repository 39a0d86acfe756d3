package org.bookbell.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.TimeZone;
import org.bookbell.audit.Actor;
import org.bookbell.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FoundingTimeTest {

    private final TestDatabase database = TestDatabase.h2();
    private final TimeZone zone = TimeZone.getDefault();

    @AfterEach
    void close() {
        TimeZone.setDefault(zone);
        database.close();
    }

    @Test
    void an_entitys_instant_survives_a_default_zone_that_skips_it() {
        TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
        database.clock().moveTo(Instant.parse("2026-03-08T02:30:00.123457Z"));
        var organizations = new Organizations(database.entityManager());
        var founding = new Founding(
                database.entityManager(), organizations, database.ids(), database.clock(), database.audit());
        var quietHands = new NewOrganization("quiet-hands", "Quiet Hands", "UTC", "en", "GB", null, null);

        var founded = database.inTransaction(() -> founding.found(Actor.system(), quietHands));
        var read = database.inTransaction(() -> organizations.get(founded.id()));

        assertThat(read.createdAt()).isEqualTo("2026-03-08T02:30:00.123457Z");
    }
}
