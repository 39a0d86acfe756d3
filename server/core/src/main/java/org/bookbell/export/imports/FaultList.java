package org.bookbell.export.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bookbell.problem.Fault;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;

/** What is wrong with a file: the first faults, and how many there are. */
public final class FaultList {

    /** How many faults are told at most. */
    public static final int MOST_TOLD = 100;

    private final List<Fault> first = new ArrayList<>();
    private long count;

    /**
     * Adds a fault.
     *
     * @param line the line of the file, 1 for its first
     * @param column the name of the column; empty for the whole line
     */
    public void add(String file, long line, String column, String detail) {
        add(file + "/" + line + (column.isEmpty() ? "" : "/" + column), detail);
    }

    /** Adds a fault of a whole file. */
    public void add(String file, String detail) {
        count++;
        if (first.size() < MOST_TOLD) {
            first.add(new Fault("/" + file, detail));
        }
    }

    public boolean isEmpty() {
        return count == 0;
    }

    /** How many there are, told or not. */
    public long count() {
        return count;
    }

    /** The first ones. */
    public List<Fault> list() {
        return List.copyOf(first);
    }

    /** Refuses the file if there is a fault. */
    public void throwIfAny() {
        if (count > 0) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST,
                    count == 1
                            ? "The file has a fault; nothing was imported."
                            : "The file has " + count + " faults; nothing was imported.",
                    list(),
                    Map.of("faultCount", count));
        }
    }
}
