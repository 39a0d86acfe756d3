package org.bookbell.web.call;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.bookbell.web.Endpoint;

/**
 * Notes what kind of request this is and takes its body in, at most 1 MB of it, or 4 MB where a file is brought in by
 * somebody who says who they are.
 */
@Provider
@PreMatching
@Endpoint
public class Arrival implements ContainerRequestFilter {

    private static final int MOST_BYTES = 1 << 20;

    /** With room for the other fields of a form. */
    private static final int MOST_WITH_FILE = (4 << 20) + (64 << 10);

    private static final Pattern TAKES_FILES =
            Pattern.compile("/api/v1/organizations/[^/]+/imports/[^/]+|/o/[^/]+/account/downloads");

    private static final Pattern LEADING_SLASHES = Pattern.compile("^/+");

    private final Call call;

    @Inject
    Arrival(Call call) {
        this.call = call;
    }

    /** Made here and not by the container, which would search each request's bean for what to inject. */
    @Produces
    @RequestScoped
    static Call begin() {
        return new Call();
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        var path = "/" + LEADING_SLASHES.matcher(request.getUriInfo().getPath()).replaceFirst("");
        call.begin(request.getMethod(), path, isForPage(request, path), idempotencyKey(request));
        call.bring(request::getCookies);
        if (request.hasEntity()) {
            takeIn(request, takesFiles(request, path) ? MOST_WITH_FILE : MOST_BYTES);
        }
    }

    private static boolean isForPage(ContainerRequestContext request, String path) {
        var accept = request.getHeaderString(HttpHeaders.ACCEPT);
        return !path.startsWith("/api/") && accept != null && accept.contains(MediaType.TEXT_HTML);
    }

    private static Optional<String> idempotencyKey(ContainerRequestContext request) {
        return Optional.ofNullable(request.getHeaderString("Idempotency-Key"));
    }

    /** A stranger cannot fill the memory four times as fast. */
    private static boolean takesFiles(ContainerRequestContext request, String path) {
        var headers = request.getHeaders();
        return TAKES_FILES.matcher(path).matches()
                && (headers.containsKey(HttpHeaders.AUTHORIZATION) || headers.containsKey(HttpHeaders.COOKIE));
    }

    private void takeIn(ContainerRequestContext request, int most) throws IOException {
        if (request.getLength() > most) {
            throw tooLarge(most);
        }
        var body = request.getEntityStream().readNBytes(most + 1);
        if (body.length > most) {
            throw tooLarge(most);
        }
        call.carry(body);
        request.setEntityStream(new ByteArrayInputStream(body));
    }

    private static ProblemException tooLarge(int most) {
        return new ProblemException(
                ProblemType.TOO_LARGE, "The body is larger than " + (most >> 20) + " MB; send less at once.");
    }
}
