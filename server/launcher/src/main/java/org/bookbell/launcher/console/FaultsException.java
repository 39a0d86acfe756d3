package org.bookbell.launcher.console;

import java.util.List;

/** Everything that was found wrong, told to the user at once. */
public final class FaultsException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    public FaultsException(List<Fault> faults) {
        super(faults.size() + " faults");
        this.faults = List.copyOf(faults);
    }

    public FaultsException(String what, String cure) {
        this(List.of(new Fault(what, cure)));
    }

    public List<Fault> faults() {
        return faults;
    }
}
