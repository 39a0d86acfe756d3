package org.bookbell.dispatch.guard.held;

import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.bookbell.access.member.Addressees;
import org.bookbell.audit.Actor;
import org.bookbell.dispatch.guard.Guard;
import org.bookbell.message.planning.row.Alerts;
import org.bookbell.storage.Row;
import org.bookbell.storage.Sql;
import org.bookbell.storage.transaction.UseCase;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Plans the e-mails to the operators and notes that they are told, both or neither, and on one node only. */
@UseCase
public class HeldAlertPlan {

    private static final Logger LOG = System.getLogger(HeldAlertPlan.class.getName());
    /** Organization 0: the server's own word. */
    private static final long SERVER = 0;

    private static final int MOST = 50;
    private static final String NEWS = "SELECT n.organization_id, n.guard, n.untold, o.name FROM guard_news n"
            + " JOIN organization o ON o.id = n.organization_id WHERE n.untold > 0"
            + " ORDER BY n.untold DESC, n.organization_id, n.guard LIMIT " + MOST;

    private final Sql sql;
    private final Clock clock;
    private final Addressees addressees;
    private final Alerts alerts;
    private final String page;

    @Inject
    public HeldAlertPlan(
            Sql sql,
            Clock clock,
            Addressees addressees,
            Alerts alerts,
            @ConfigProperty(name = "bookbell.publicUrl", defaultValue = "http://127.0.0.1:8080") String publicUrl) {
        this.sql = sql;
        this.clock = clock;
        this.addressees = addressees;
        this.alerts = alerts;
        this.page = publicUrl.replaceAll("/+$", "") + "/operator/held";
    }

    private record News(long organizationId, String organization, Guard guard, long messages) {

        static News read(Row row) throws SQLException {
            return new News(
                    row.getLong("organization_id"),
                    row.getText("name"),
                    Guard.valueOf(row.getText("guard")),
                    row.getLong("untold"));
        }

        String line() {
            return organization + ": " + messages + (messages == 1 ? " message" : " messages") + ", " + guard.words();
        }
    }

    /** Answers whether it was this call that told them; another node may have been faster. */
    public boolean plan() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var taken = sql.update(
                "UPDATE guard_alert SET alerted_at = ? WHERE id = 1 AND alerted_at <= ?",
                now,
                now.minus(HeldAlerts.QUIET));
        if (taken == 0) {
            return false;
        }
        var news = sql.list(NEWS, News::read);
        if (news.isEmpty()) {
            return false;
        }
        // what is held meanwhile stays to be told
        sql.batch(
                "UPDATE guard_news SET untold = untold - ? WHERE organization_id = ? AND guard = ?",
                news.stream()
                        .map(each -> new @Nullable Object[] {each.messages(), each.organizationId(), each.guard()})
                        .toList());
        tell(news);
        return true;
    }

    private void tell(List<News> news) {
        var operators = addressees.listOperators();
        if (operators.isEmpty()) {
            LOG.log(Level.WARNING, "Messages are held by limits, but there is no operator to tell; see {0}.", page);
        }
        var text = "These organizations send more than they may, and their messages are held until you decide:\n\n"
                + news.stream().map(News::line).collect(Collectors.joining("\n")) + "\n\n"
                + "Release or drop them: " + page + "\nWhat nobody releases while it is useful goes on the"
                + " organization's call list.";
        var subject = "Messages are held: " + news.get(0).organization() + (news.size() > 1 ? " and others" : "");
        var line = subject.substring(0, Math.min(150, subject.length()));
        operators.forEach(operator -> alerts.mail(Actor.system(), SERVER, operator, line, text));
    }
}
