package org.bookbell.launcher;

import java.util.List;

/** Everything that was found wrong, told to the user at once. */
final class FaultsException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    FaultsException(List<Fault> faults) {
        super(faults.size() + " faults");
        this.faults = List.copyOf(faults);
    }

    FaultsException(String what, String cure) {
        this(List.of(new Fault(what, cure)));
    }

    List<Fault> faults() {
        return faults;
    }
}
