package org.bookbell.dispatch.guard;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bookbell.dispatch.guard.Limits.Spending;
import org.bookbell.dispatch.guard.Limits.Volume;
import org.bookbell.storage.Row;

/**
 * What the operator decided for one organization; what is empty keeps the server's limit.
 *
 * @param smsPrefixes narrows the server's list; it cannot widen it
 */
public record OwnLimits(
        OwnVolume sms,
        OwnVolume email,
        Optional<Long> spendPerDay,
        Optional<Long> spendPerMonth,
        Optional<Long> usualMultiple,
        Optional<Long> usualFloor,
        List<String> smsPrefixes) {

    /** Nothing was decided. */
    public static final OwnLimits NONE = new OwnLimits(
            OwnVolume.NONE,
            OwnVolume.NONE,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of());

    /** No number begins like that. */
    private static final List<String> NOWHERE = List.of("-");

    static final String COLUMNS = "organization_id, sms_per_minute, sms_per_day, sms_per_recipient, email_per_minute,"
            + " email_per_day, email_per_recipient, spend_per_day, spend_per_month, usual_multiple, usual_floor,"
            + " sms_prefixes";

    /** The figures of a channel. */
    public record OwnVolume(Optional<Long> perMinute, Optional<Long> perDay, Optional<Long> perRecipient) {

        static final OwnVolume NONE = new OwnVolume(Optional.empty(), Optional.empty(), Optional.empty());

        private Volume over(Volume server) {
            return new Volume(
                    perMinute.orElse(server.perMinute()),
                    perDay.orElse(server.perDay()),
                    perRecipient.orElse(server.perRecipient()));
        }
    }

    public OwnLimits {
        smsPrefixes = List.copyOf(smsPrefixes);
    }

    static OwnLimits read(Row row) throws SQLException {
        return new OwnLimits(
                new OwnVolume(
                        row.findLong("sms_per_minute"), row.findLong("sms_per_day"), row.findLong("sms_per_recipient")),
                new OwnVolume(
                        row.findLong("email_per_minute"),
                        row.findLong("email_per_day"),
                        row.findLong("email_per_recipient")),
                row.findLong("spend_per_day"),
                row.findLong("spend_per_month"),
                row.findLong("usual_multiple"),
                row.findLong("usual_floor"),
                prefixes(row.findText("sms_prefixes").orElse("")));
    }

    private static List<String> prefixes(String text) {
        return Stream.of(text.split(",", -1)).filter(each -> !each.isEmpty()).toList();
    }

    /** What holds for the organization. */
    public Limits over(Limits server) {
        return new Limits(
                sms.over(server.sms()),
                email.over(server.email()),
                new Spending(
                        spendPerDay.orElse(server.spending().perDay()),
                        spendPerMonth.orElse(server.spending().perMonth())),
                usualMultiple.orElse(server.usualMultiple()),
                usualFloor.orElse(server.usualFloor()),
                smsPrefixes.isEmpty() ? server.smsPrefixes() : narrowed(server));
    }

    private List<String> narrowed(Limits server) {
        // the server's own may be narrower: of +4 and +41 both allow the latter only
        var both = Stream.concat(
                        smsPrefixes.stream().filter(server::allows),
                        server.smsPrefixes().stream()
                                .filter(prefix -> smsPrefixes.stream().anyMatch(prefix::startsWith)))
                .distinct()
                .toList();
        return both.isEmpty() ? NOWHERE : both;
    }
}
