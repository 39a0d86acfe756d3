package org.bookbell.status.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bookbell.access.TestMembers;
import org.bookbell.access.member.Addressees;
import org.bookbell.message.planning.PlanningFixture;
import org.bookbell.message.planning.reconciliation.LedgerRepaired;
import org.bookbell.message.planning.reconciliation.LedgerRepaired.Repaired;
import org.bookbell.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RepairNewsTest {

    private final TestDatabase database = TestDatabase.h2();
    private final PlanningFixture planning = PlanningFixture.on(database);
    private final RepairNews news = new RepairNews(
            new Addressees(database.sql(), planning.organizations), planning.organizations, planning.alerts());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void operators_get_one_email_with_the_figures_of_each_organization() {
        TestMembers.on(database).addOperator("root@example.org");
        var practice = planning.found("practice");
        var school = planning.found("school");
        var repaired =
                new LedgerRepaired(List.of(new Repaired(practice, 3, 0, 1, 0), new Repaired(school, 0, 0, 0, 2)));

        database.inTransaction(() -> new RepairWatch(news).follow(repaired));

        assertThat(letters())
                .singleElement()
                .satisfies(letter -> assertThat(letter)
                        .contains("6 messages were planned wrongly")
                        .contains(nameOf(practice) + ": 3 missing, 1 with former facts")
                        .contains(nameOf(school) + ": 2 that nothing asks for"));
    }

    private String nameOf(long organization) {
        return database.inTransaction(
                () -> planning.organizations.get(organization).name());
    }

    private List<String> letters() {
        return database.inTransaction(() ->
                database.sql().list("SELECT facts FROM message WHERE kind = 'ALERT'", row -> row.getText("facts")));
    }
}
