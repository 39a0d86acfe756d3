package org.bookbell.web.problem;

import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.bookbell.storage.SqlException;
import org.jspecify.annotations.Nullable;

/** What lies beneath an exception; the server wraps ours in its own. */
final class Causes {

    private static final int DEPTH = 20;

    private Causes() {}

    static Optional<ProblemException> problemOf(Throwable failure) {
        return first(failure, ProblemException.class)
                .or(() -> first(failure, WebApplicationException.class).flatMap(Causes::ofStatus))
                .or(() -> first(failure, OptimisticLockException.class)
                        .map(stale -> new ProblemException(
                                ProblemType.STALE_VERSION, "Somebody else changed it meanwhile; read it again.")));
    }

    /** Whether no connection could be had or it broke: class 08, or the pool's own words; or nothing can be written. */
    static boolean isDatabaseAway(Throwable failure) {
        return chain(failure).anyMatch(Causes::isConnectionLoss) || SqlException.isReadOnly(failure);
    }

    /** The failure for the log: of a driver's exceptions only the code, since their words may quote a value. */
    static Throwable withoutPersonalData(Throwable failure) {
        return chain(failure).noneMatch(SQLException.class::isInstance) ? failure : masked(failure);
    }

    private static Throwable masked(Throwable failure) {
        var words = failure instanceof SQLException sql
                ? sql.getClass().getName() + " state " + sql.getSQLState() + " code " + sql.getErrorCode()
                : failure.getClass().getName();
        var copy = new MaskedException(words, failure.getCause() == null ? null : masked(failure.getCause()));
        copy.setStackTrace(failure.getStackTrace());
        return copy;
    }

    private static boolean isConnectionLoss(Throwable cause) {
        if (cause instanceof SQLException sql) {
            var state = sql.getSQLState();
            return (state != null && state.startsWith("08"))
                    || String.valueOf(sql.getMessage()).contains("Error in allocating a connection");
        }
        return cause.getClass().getName().endsWith("PoolingException");
    }

    private static Optional<ProblemException> ofStatus(WebApplicationException web) {
        return Optional.ofNullable(
                switch (web.getResponse().getStatus()) {
                    case 400 ->
                        new ProblemException(
                                ProblemType.MALFORMED_REQUEST, "The request cannot be read as it was sent.");
                    case 404 -> new ProblemException(ProblemType.NOT_FOUND, "There is nothing at this address.");
                    case 405 ->
                        new ProblemException(
                                ProblemType.METHOD_NOT_ALLOWED, "This address exists, but does not take this method.");
                    case 406 ->
                        new ProblemException(
                                ProblemType.NOT_ACCEPTABLE, "None of the formats in Accept can be had here.");
                    case 413 -> new ProblemException(ProblemType.TOO_LARGE, "The request is too large.");
                    case 415 ->
                        new ProblemException(
                                ProblemType.UNSUPPORTED_MEDIA_TYPE,
                                "The body's Content-Type is not taken here; the API takes application/json.");
                    default -> null;
                });
    }

    private static <T extends Throwable> Optional<T> first(Throwable failure, Class<T> type) {
        return chain(failure).filter(type::isInstance).map(type::cast).findFirst();
    }

    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEPTH);
    }

    /** Stands for an exception whose words must not be logged. */
    private static final class MaskedException extends Exception {
        MaskedException(String words, @Nullable Throwable cause) {
            super(words, cause);
        }
    }
}
