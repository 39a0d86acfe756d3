package org.bookbell.export.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.bookbell.export.agenda.AgendaHouse.EVENING;
import static org.bookbell.export.agenda.AgendaHouse.settings;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.bookbell.storage.SqlException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AgendaPlannerTest {

    private static final String DESK = "desk@quiet-hands.example";

    private final AgendaHouse house = new AgendaHouse();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void nobody_gets_an_agenda_that_was_not_asked_for() {
        house.staff("Ann", "ann@quiet-hands.example");
        house.clock().moveTo(EVENING);

        house.run();

        assertThat(house.planner.isAnythingDue()).isFalse();
        assertThat(house.planned()).isEmpty();
    }

    @Test
    void staff_with_an_address_and_the_desk_get_theirs_when_it_is_due() {
        house.staff("Ann", "ann@quiet-hands.example");
        house.house.aStaffMember("Ben, who has no address");
        house.wants();
        house.run();
        assertThat(house.planned()).isEmpty();

        house.clock().moveTo(EVENING);
        house.run();

        assertThat(house.planned()).containsExactly("ann@quiet-hands.example " + EVENING, DESK + " " + EVENING);
    }

    @Test
    void without_named_addresses_owners_and_managers_get_the_one_about_everybody() {
        house.house.in(() -> house.house
                .database
                .sql()
                .update(
                        "INSERT INTO member (id, email, name, password_hash, operator, locale, created_at, version)"
                                + " VALUES (41, 'olga@quiet-hands.example', 'Olga', '', FALSE, 'en', ?, 0)",
                        house.clock().instant()));
        house.house.in(() -> house.house
                .database
                .sql()
                .update(
                        "INSERT INTO membership (member_id, organization_id, member_role) VALUES (41, ?, 'OWNER')",
                        house.organization()));
        house.wants(settings("18:00", false, List.of()));

        house.clock().moveTo(EVENING);
        house.run();

        assertThat(house.planned()).containsExactly("olga@quiet-hands.example " + EVENING);
    }

    @Test
    void each_zone_has_its_own_evening() {
        var ann = house.staff("Ann", "ann@quiet-hands.example");
        house.movesTo(ann, "America/New_York");
        house.wants();

        house.clock().moveTo(EVENING);
        house.run();
        house.clock().moveTo(Instant.parse("2026-11-02T23:00:00Z"));
        house.run();

        assertThat(house.planned())
                .containsExactly(DESK + " " + EVENING, "ann@quiet-hands.example 2026-11-02T23:00:00Z");
    }

    @Test
    void one_that_is_planned_again_is_there_once() {
        house.wants();
        house.clock().moveTo(EVENING);
        house.run();

        house.house.in(() -> house.house.database.sql().update("UPDATE agenda_settings SET look_at = ?", EVENING));
        house.run();

        assertThat(house.planned()).hasSize(1);
    }

    @Test
    void planners_of_many_nodes_plan_each_once() throws Exception {
        for (int number = 0; number < 5; number++) {
            house.staff("Staff " + number, "staff" + number + "@quiet-hands.example");
        }
        house.wants();
        house.clock().moveTo(EVENING);

        var threads = Executors.newFixedThreadPool(8);
        Callable<Boolean> planning = () -> {
            house.planner().plan(house.organization());
            return true;
        };
        for (var planned :
                threads.invokeAll(Stream.generate(() -> planning).limit(8).toList())) {
            assertThat(planned.get()).isTrue();
        }
        threads.shutdown();

        assertThat(house.planned()).hasSize(6);
    }

    @Test
    void the_database_itself_refuses_a_second_one() {
        house.staff("Ann", "ann@quiet-hands.example");
        house.wants();
        house.clock().moveTo(EVENING);
        house.run();

        var copy = "UPDATE agenda SET recipient_kind = 'MEMBER', recipient_id = 0, mailbox = '" + DESK
                + "' WHERE recipient_kind = 'STAFF'";

        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(
                        () -> house.house.in(() -> house.house.database.sql().update(copy)))
                .matches(SqlException::isDuplicate);
    }

    @Test
    void after_an_outage_of_days_only_the_newest_is_sent() {
        house.wants();
        house.run();

        house.clock().moveTo(EVENING.plus(Duration.ofDays(3)).plus(Duration.ofHours(2)));
        house.run();

        assertThat(house.planned()).containsExactly(DESK + " " + EVENING.plus(Duration.ofDays(3)));
    }

    @Test
    void one_that_tells_nothing_new_any_more_is_not_sent() {
        house.wants();
        house.run();

        house.clock().moveTo(EVENING.plus(AgendaTimes.EVENING));
        house.run();

        assertThat(house.planned()).isEmpty();
    }

    @Test
    void it_looks_again_when_the_next_one_is_due_and_each_hour() {
        house.wants();
        house.run();
        assertThat(house.planner.isAnythingDue()).isFalse();

        house.clock().advance(Duration.ofHours(1));
        assertThat(house.planner.isAnythingDue()).isTrue();
        house.clock().moveTo(EVENING.minusSeconds(60));
        house.run();
        assertThat(house.planner.isAnythingDue()).isFalse();
        house.clock().moveTo(EVENING);

        assertThat(house.planner.isAnythingDue()).isTrue();
    }

    @Test
    void an_organization_whose_agendas_cannot_be_planned_is_looked_at_later() {
        house.wants();
        house.house.in(() -> house.house.database.sql().update("UPDATE organization SET zone = 'Nowhere/Land'"));
        house.clock().moveTo(EVENING);

        house.run();

        assertThat(house.planned()).isEmpty();
        assertThat(house.planner.isAnythingDue()).isFalse();
    }
}
