package org.bookbell.web.access;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.bookbell.web.call.Call;
import org.bookbell.web.call.PublicUrl;
import org.bookbell.web.input.FileForm;
import org.bookbell.web.input.FormInput;

/**
 * Keeps other sites from changing anything with a visitor's cookie: a change must come from our own pages, as the
 * browser reports, and with a session also carry a token that only our pages know.
 */
@Dependent
public class CrossSiteGuard {

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");
    private static final String HEADER = "X-CSRF-Token";
    private static final String FIELD = "csrf";

    private final Visit visit;
    private final Call call;
    private final PublicUrl publicUrl;

    @Inject
    CrossSiteGuard(Visit visit, Call call, PublicUrl publicUrl) {
        this.visit = visit;
        this.call = call;
        this.publicUrl = publicUrl;
    }

    void check(ContainerRequestContext request) {
        if (HARMLESS.contains(request.getMethod()) || request.getHeaderString(HttpHeaders.AUTHORIZATION) != null) {
            return;
        }
        if (!isFromOurPages(request)) {
            throw new ProblemException(ProblemType.FORBIDDEN, "The request came from a page of another site.");
        }
        if (visit.sessionToken().isPresent() && !isTokenRight(request)) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN, "The page is older than your session; open it again, then repeat.");
        }
    }

    /** The token that pages of the running session send along; empty for nobody's. */
    public String token() {
        return visit.sessionToken().map(CrossSiteGuard::tokenOf).orElse("");
    }

    private boolean isFromOurPages(ContainerRequestContext request) {
        var site = request.getHeaderString("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            return false;
        }
        var origin = request.getHeaderString("Origin");
        return origin == null
                || origin.equals(publicUrl.origin())
                || origin.replaceFirst("^https?://", "").equals(request.getHeaderString(HttpHeaders.HOST));
    }

    private boolean isTokenRight(ContainerRequestContext request) {
        var sent = Optional.ofNullable(request.getHeaderString(HEADER)).or(() -> field(request));
        return sent.filter(value -> MessageDigest.isEqual(bytes(value), bytes(token())))
                .isPresent();
    }

    private Optional<String> field(ContainerRequestContext request) {
        if (MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(request.getMediaType())) {
            return FileForm.parse(call.body(), request.getHeaderString(HttpHeaders.CONTENT_TYPE))
                    .findText(FIELD);
        }
        if (!MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(request.getMediaType())) {
            return Optional.empty();
        }
        var body = new String(call.body(), StandardCharsets.UTF_8);
        return FormInput.parse(body).getOrDefault(FIELD, List.of()).stream().findFirst();
    }

    private static String tokenOf(String sessionToken) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes("csrf " + sessionToken));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
