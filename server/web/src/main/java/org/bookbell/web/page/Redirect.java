package org.bookbell.web.page;

import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Sends the browser on after a form, always within this server and never by the Host header. */
public final class Redirect {

    private static final Pattern LOCAL = Pattern.compile("/([A-Za-z0-9_.-][A-Za-z0-9_./?&=%:+,-]*)?");

    private Redirect() {}

    /** To {@code path}, which begins with a slash; written as it is, so that no host is added. */
    public static Response to(String path) {
        return Response.status(Response.Status.SEE_OTHER)
                .header("Location", path)
                .build();
    }

    /** The sign-in page, which leads back to {@code path}. */
    public static Response toSignIn(String path) {
        return to("/sign-in?next=" + URLEncoder.encode(path, StandardCharsets.UTF_8));
    }

    /** {@code path} if it lies on this server, otherwise the start page. */
    public static String local(String path) {
        return LOCAL.matcher(path).matches() ? path : "/";
    }
}
