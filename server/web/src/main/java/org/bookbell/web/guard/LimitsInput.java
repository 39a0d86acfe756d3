package org.bookbell.web.guard;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.bookbell.dispatch.guard.Limits;
import org.bookbell.dispatch.guard.OwnLimits;
import org.bookbell.dispatch.guard.OwnLimits.OwnVolume;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.Kind;

/** Limits as a request or a form names them; what is left out keeps the server's. */
final class LimitsInput {

    private static final int MOST = 1_000_000_000;
    private static final int MOST_PREFIXES = 50;
    private static final Kind<Integer> FIGURE = Kind.number(0, MOST);
    private static final Kind<String> PREFIX = Kind.text(2, 16);
    private static final Pattern BETWEEN = Pattern.compile("[\\s,;]+");

    private LimitsInput() {}

    static OwnLimits read(Input in) {
        return read(in, in.list("smsPrefixes", MOST_PREFIXES, PREFIX));
    }

    /** Of a form, which has all prefixes in one field. */
    static OwnLimits readForm(Input in) {
        var prefixes = in.find("smsPrefixes", Kind.text(0, 1000)).stream()
                .flatMap(BETWEEN::splitAsStream)
                .filter(each -> !each.isBlank())
                .toList();
        return read(in, prefixes);
    }

    private static OwnLimits read(Input in, java.util.List<String> prefixes) {
        var limits = new OwnLimits(
                new OwnVolume(figure(in, "smsPerMinute"), figure(in, "smsPerDay"), figure(in, "smsPerRecipient")),
                new OwnVolume(figure(in, "emailPerMinute"), figure(in, "emailPerDay"), figure(in, "emailPerRecipient")),
                figure(in, "spendPerDay"),
                figure(in, "spendPerMonth"),
                figure(in, "usualMultiple"),
                figure(in, "usualFloor"),
                prefixes);
        in.orThrow();
        return limits;
    }

    private static Optional<Long> figure(Input in, String name) {
        return in.find(name, FIGURE).map(Integer::longValue);
    }

    /** The figures that are decided, by their names. */
    static Map<String, Long> figures(OwnLimits own) {
        var figures = new TreeMap<String, Long>();
        put(figures, "sms", own.sms());
        put(figures, "email", own.email());
        own.spendPerDay().ifPresent(each -> figures.put("spendPerDay", each));
        own.spendPerMonth().ifPresent(each -> figures.put("spendPerMonth", each));
        own.usualMultiple().ifPresent(each -> figures.put("usualMultiple", each));
        own.usualFloor().ifPresent(each -> figures.put("usualFloor", each));
        return figures;
    }

    private static void put(Map<String, Long> figures, String channel, OwnVolume volume) {
        volume.perMinute().ifPresent(each -> figures.put(channel + "PerMinute", each));
        volume.perDay().ifPresent(each -> figures.put(channel + "PerDay", each));
        volume.perRecipient().ifPresent(each -> figures.put(channel + "PerRecipient", each));
    }

    /** All figures that hold, by their names. */
    static Map<String, Long> figures(Limits limits) {
        return new TreeMap<>(Map.ofEntries(
                Map.entry("smsPerMinute", limits.sms().perMinute()),
                Map.entry("smsPerDay", limits.sms().perDay()),
                Map.entry("smsPerRecipient", limits.sms().perRecipient()),
                Map.entry("emailPerMinute", limits.email().perMinute()),
                Map.entry("emailPerDay", limits.email().perDay()),
                Map.entry("emailPerRecipient", limits.email().perRecipient()),
                Map.entry("spendPerDay", limits.spending().perDay()),
                Map.entry("spendPerMonth", limits.spending().perMonth()),
                Map.entry("usualMultiple", limits.usualMultiple()),
                Map.entry("usualFloor", limits.usualFloor())));
    }
}
