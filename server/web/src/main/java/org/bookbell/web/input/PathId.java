package org.bookbell.web.input;

import org.bookbell.problem.ProblemException;
import org.bookbell.storage.Ids;

/** An id in the path; what cannot be one names nothing. */
public record PathId(long value) {

    /** Made by the server for {@code @PathParam}. */
    public static PathId fromString(String text) {
        return new PathId(Ids.parse(text).orElseThrow(() -> ProblemException.notFound("thing")));
    }
}
