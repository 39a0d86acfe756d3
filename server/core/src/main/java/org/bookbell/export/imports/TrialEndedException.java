package org.bookbell.export.imports;

/** Ends the transaction of a trial that found no fault, so that nothing of it stays. */
final class TrialEndedException extends RuntimeException {

    private final transient ImportReport report;

    TrialEndedException(ImportReport report) {
        super("a trial ends", null, false, false);
        this.report = report;
    }

    ImportReport report() {
        return report;
    }
}
