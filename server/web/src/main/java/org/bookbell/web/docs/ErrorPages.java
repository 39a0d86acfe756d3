package org.bookbell.web.docs;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Everybody;
import org.bookbell.web.page.Page;

/** Shows {@code docs/errors}, so that the {@code type} of a problem document leads somewhere. */
@Endpoint
@Path("/docs/errors/{type}")
@Produces(MediaType.TEXT_HTML)
public class ErrorPages {

    @GET
    @Everybody
    public Page show(@PathParam("type") String slug) throws IOException {
        var type = Arrays.stream(ProblemType.values())
                .filter(each -> each.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("type of problem"));
        try (var in = ErrorPages.class.getResourceAsStream("errors/" + type.slug() + ".md")) {
            if (in == null) {
                throw new IllegalStateException("docs/errors/" + type.slug() + ".md is not in the archive");
            }
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Page.of("docs/error", type.title(), new ErrorView(paragraphs(text)));
        }
    }

    /** The paragraphs below the heading; these pages use no Markdown but bold words and code. */
    private static List<String> paragraphs(String markdown) {
        return Arrays.stream(markdown.strip().split("\n\n", -1))
                .filter(paragraph -> !paragraph.startsWith("#"))
                .map(paragraph -> paragraph.replace("**", "").replace("`", ""))
                .toList();
    }

    /** A type of problem, explained. */
    record ErrorView(List<String> paragraphs) {}
}
