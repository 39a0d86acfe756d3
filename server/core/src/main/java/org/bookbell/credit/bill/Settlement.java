package org.bookbell.credit.bill;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bookbell.credit.EntryKind;
import org.bookbell.credit.NewEntry;
import org.bookbell.credit.window.NoChargeWindow;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a message's last word. The reservation ends; of the attempts one is charged or none; what was charged
 * for another is given back. A refund is final: an attempt that once cost nothing never costs anything, whatever is said
 * of it later and however a window is changed.
 *
 * @param bill as it is afterwards
 * @param entries to be appended; none if nothing changes
 */
public record Settlement(Bill bill, List<NewEntry> entries) {

    public Settlement {
        entries = List.copyOf(entries);
    }

    /** Whether there is nothing to write. */
    boolean isEmpty() {
        return entries.isEmpty();
    }

    /**
     * Settles a bill.
     *
     * @param payable the attempt to pay for, if any
     * @param free attempts that were refunded before
     */
    public static Settlement of(Bill bill, Optional<SentSms> payable, Set<Long> free, List<NoChargeWindow> windows) {
        var writing = new Writing(bill);
        if (bill.reserved() > 0) {
            writing.release();
        }
        var window = payable.flatMap(sent -> window(bill, sent, windows));
        var toCharge = payable.filter(sent -> window.isEmpty() && !free.contains(sent.attemptId()));
        var isCharged =
                bill.charge().isPresent() && toCharge.map(SentSms::attemptId).equals(bill.chargedAttempt());
        if (isCharged) {
            return new Settlement(bill.settled(bill.charge()), writing.entries);
        }
        var isFreed = window.isPresent() && payable.map(SentSms::attemptId).equals(bill.chargedAttempt());
        bill.charge()
                .ifPresent(
                        charge -> writing.refund(charge, isFreed ? window.get().id() : null));
        if (window.isPresent()
                && !isFreed
                && !free.contains(payable.orElseThrow().attemptId())) {
            writing.waive(payable.orElseThrow(), window.get().id());
        }
        var charge = toCharge.map(writing::charge);
        return new Settlement(bill.settled(charge), writing.entries);
    }

    /** Gives back what is charged inside a window that was opened later. */
    static Settlement refund(Bill bill, long windowId) {
        var writing = new Writing(bill);
        bill.charge().ifPresent(charge -> writing.refund(charge, windowId));
        var refunded = new Bill(
                bill.messageId(),
                bill.organizationId(),
                bill.price(),
                bill.reserved(),
                bill.reservations(),
                Optional.empty());
        return new Settlement(refunded, writing.entries);
    }

    private static Optional<NoChargeWindow> window(Bill bill, SentSms sent, List<NoChargeWindow> windows) {
        return windows.stream()
                .filter(window -> window.covers(bill.organizationId(), sent.gateway(), sent.submittedAt()))
                .findFirst();
    }

    private static final class Writing {

        private final Bill bill;
        private final List<NewEntry> entries = new ArrayList<>();

        Writing(Bill bill) {
            this.bill = bill;
        }

        void release() {
            entries.add(NewEntry.ofReservation(
                    bill.organizationId(), EntryKind.RELEASE, bill.reserved(), bill.messageId(), bill.reservations()));
        }

        void refund(Charge charge, @Nullable Long windowId) {
            add(EntryKind.REFUND, charge.amount(), charge.attemptId(), null, windowId);
        }

        void waive(SentSms sent, long windowId) {
            add(EntryKind.REFUND, 0, sent.attemptId(), sent.segments(), windowId);
        }

        Charge charge(SentSms sent) {
            var amount = bill.price() * sent.segments();
            add(EntryKind.CHARGE, -amount, sent.attemptId(), sent.segments(), null);
            return new Charge(sent.attemptId(), sent.gateway(), sent.submittedAt(), amount);
        }

        private void add(
                EntryKind kind, long amount, long attemptId, @Nullable Integer segments, @Nullable Long windowId) {
            entries.add(NewEntry.ofAttempt(
                    bill.organizationId(), kind, amount, bill.messageId(), attemptId, segments, windowId));
        }
    }
}
