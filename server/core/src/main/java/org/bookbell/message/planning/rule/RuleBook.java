package org.bookbell.message.planning.rule;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bookbell.message.Audience;
import org.jspecify.annotations.Nullable;

/** An organization's rules, and which of them apply to which service. */
public record RuleBook(List<Entry> entries) {

    /** A rule and what is applied of it. */
    public record Entry(long id, RuleDraft rule) {

        static Entry of(ReminderRule rule) {
            return new Entry(rule.id(), rule.draft());
        }
    }

    public RuleBook {
        entries = List.copyOf(entries);
    }

    public static RuleBook of(Collection<ReminderRule> rules) {
        return new RuleBook(rules.stream().map(Entry::of).toList());
    }

    /** The active rules for appointments of a service. */
    public List<AppliedRule> rulesFor(long serviceId) {
        return Stream.of(Audience.values())
                .flatMap(audience -> rulesFor(serviceId, audience))
                .filter(entry -> entry.rule().isActive())
                .map(entry -> new AppliedRule(
                        entry.id(),
                        entry.rule().audience(),
                        entry.rule().channel(),
                        entry.rule().lead()))
                .toList();
    }

    private Stream<Entry> rulesFor(long serviceId, Audience audience) {
        var own = of(serviceId, audience);
        return own.isEmpty() ? of(null, audience).stream() : own.stream();
    }

    private List<Entry> of(@Nullable Long serviceId, Audience audience) {
        return entries.stream()
                .filter(entry -> entry.rule().audience() == audience
                        && Objects.equals(entry.rule().serviceId(), serviceId))
                .toList();
    }

    /** The book with {@code entry} in place of the one with its id, or in addition. */
    RuleBook with(Entry entry) {
        return new RuleBook(Stream.concat(without(entry.id()).entries().stream(), Stream.of(entry))
                .toList());
    }

    RuleBook without(long id) {
        return new RuleBook(entries.stream().filter(entry -> entry.id() != id).toList());
    }
}
