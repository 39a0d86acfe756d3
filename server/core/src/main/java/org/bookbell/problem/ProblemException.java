package org.bookbell.problem;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request that is refused: expected, told to the caller, not logged as an error. */
public final class ProblemException extends RuntimeException {

    private static final String RETRY_AFTER = "retryAfter";

    private final ProblemType type;
    private final transient List<Fault> faults;
    private final transient Map<String, Object> extensions;

    /** A refusal with one full sentence that says what was wrong and what to do. */
    public ProblemException(ProblemType type, String detail) {
        this(type, detail, List.of(), Map.of());
    }

    /** A refusal for the sake of {@code faults}. */
    public ProblemException(ProblemType type, List<Fault> faults) {
        this(
                type,
                faults.size() == 1 ? faults.get(0).detail() : faults.size() + " values are wrong.",
                faults,
                Map.of());
    }

    /**
     * A refusal with further members for the caller.
     *
     * @param extensions members of the problem document: strings, numbers, booleans, lists and maps of them
     */
    public ProblemException(ProblemType type, String detail, List<Fault> faults, Map<String, Object> extensions) {
        super(detail, null, false, false);
        this.type = type;
        this.faults = List.copyOf(faults);
        this.extensions = Map.copyOf(extensions);
    }

    /** A refusal because something does not exist, or not for this caller. */
    public static ProblemException notFound(String what) {
        return new ProblemException(ProblemType.NOT_FOUND, "There is no such " + what + ".");
    }

    /** A refusal because there was too much of something; {@code wait} and then try again. */
    public static ProblemException tooMany(String detail, Duration wait) {
        return new ProblemException(
                ProblemType.TOO_MANY_REQUESTS, detail, List.of(), Map.of(RETRY_AFTER, wait.toSeconds()));
    }

    /** After how many seconds another try makes sense, where that is known. */
    public Optional<Long> retryAfter() {
        return Optional.ofNullable(extensions.get(RETRY_AFTER)).map(Long.class::cast);
    }

    public ProblemType type() {
        return type;
    }

    /** A full sentence; never null. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<Fault> faults() {
        return faults;
    }

    public Map<String, Object> extensions() {
        return extensions;
    }
}
