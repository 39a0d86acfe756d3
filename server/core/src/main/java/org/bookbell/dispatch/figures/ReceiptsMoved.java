package org.bookbell.dispatch.figures;

/** So many receipts went a step. */
public record ReceiptsMoved(Step step, int count) implements Figure {

    /** Receipts are stored first, and applied to their messages a moment later. */
    public enum Step {
        TAKEN,
        APPLIED
    }
}
