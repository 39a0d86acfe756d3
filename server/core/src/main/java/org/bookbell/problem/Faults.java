package org.bookbell.problem;

import java.util.ArrayList;
import java.util.List;

/** Collects the faults of one request, so that the caller learns of all at once. */
public final class Faults {

    private final List<Fault> faults = new ArrayList<>();

    /** Adds a fault unless {@code allowed}; answers {@code allowed}. */
    public boolean check(boolean allowed, String pointer, String detail) {
        if (!allowed) {
            add(pointer, detail);
        }
        return allowed;
    }

    public void add(String pointer, String detail) {
        faults.add(new Fault(pointer, detail));
    }

    public boolean isEmpty() {
        return faults.isEmpty();
    }

    public List<Fault> list() {
        return List.copyOf(faults);
    }

    /** Refuses the request as {@link ProblemType#INVALID_REQUEST} if there is a fault. */
    public void throwIfAny() {
        if (!faults.isEmpty()) {
            throw new ProblemException(ProblemType.INVALID_REQUEST, list());
        }
    }
}
