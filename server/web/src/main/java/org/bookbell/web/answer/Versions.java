package org.bookbell.web.answer;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;

/** Entity tags of what can be edited: the version of its row. */
public final class Versions {

    private static final Pattern TAG = Pattern.compile("(W/)?\"(\\d{1,18})\"");

    private Versions() {}

    /** The answer that shows {@code view} at {@code version}. */
    public static Response answer(Object view, long version) {
        return Response.ok(view).tag(new EntityTag(Long.toString(version))).build();
    }

    /** The version that the caller saw; without {@code If-Match} whatever is {@code current}. */
    public static long seen(HttpHeaders headers, long current) {
        return seen(headers).orElse(current);
    }

    /** The version in {@code If-Match}; empty if any will do. */
    public static Optional<Long> seen(HttpHeaders headers) {
        var ifMatch = headers.getHeaderString(HttpHeaders.IF_MATCH);
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return Optional.empty();
        }
        var tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw new ProblemException(
                    ProblemType.STALE_VERSION,
                    "If-Match must carry the ETag of the last answer; read the object again.");
        }
        return Optional.of(Long.parseLong(tag.group(2)));
    }
}
