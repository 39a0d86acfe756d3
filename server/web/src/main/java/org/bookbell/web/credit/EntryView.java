package org.bookbell.web.credit;

import java.time.ZoneId;
import java.util.Optional;
import org.bookbell.credit.CreditEntry;
import org.bookbell.credit.EntryKind;
import org.bookbell.storage.Ids;
import org.bookbell.web.answer.Times;

/** A line of an account as the API shows it; its id is its number. */
record EntryView(
        String id,
        EntryKind kind,
        long milliCredits,
        long balance,
        Optional<String> message,
        Optional<Long> segments,
        Optional<Boolean> noCharge,
        Optional<String> reference,
        String at) {

    static EntryView of(CreditEntry entry, ZoneId zone) {
        return new EntryView(
                Long.toString(entry.number()),
                entry.kind(),
                entry.amount(),
                entry.balance(),
                entry.messageId().map(Ids::text),
                entry.segments(),
                entry.noCharge() ? Optional.of(true) : Optional.empty(),
                entry.reference(),
                Times.text(entry.at(), zone));
    }
}
