package org.bookbell.web.problem;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import org.bookbell.problem.Fault;
import org.bookbell.problem.ProblemException;
import org.bookbell.web.call.PublicUrl;

/** Writes the document of RFC 9457. */
@Dependent
class ProblemDocument {

    private static final JsonProvider JSON = JsonProvider.provider();

    private final PublicUrl publicUrl;

    @Inject
    ProblemDocument(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    String write(ProblemException problem) {
        var type = problem.type();
        var document = JSON.createObjectBuilder()
                .add("type", publicUrl.of("/docs/errors/" + type.slug()))
                .add("title", type.title())
                .add("status", type.status())
                .add("detail", problem.detail());
        if (!problem.faults().isEmpty()) {
            document.add("errors", errors(problem.faults()));
        }
        document.addAll(JSON.createObjectBuilder(problem.extensions()));
        return document.build().toString();
    }

    /** {@code path} without the secrets that some addresses carry. */
    String masked(String path) {
        return path.replaceFirst("^/(self|feeds)/[^/]+", "/$1/…").replaceFirst("^(/hooks/[^/]+/[^/]+)/.*", "$1/…");
    }

    private static JsonArrayBuilder errors(List<Fault> faults) {
        var errors = JSON.createArrayBuilder();
        for (var fault : faults) {
            errors.add(
                    JSON.createObjectBuilder().add("pointer", fault.pointer()).add("detail", fault.detail()));
        }
        return errors;
    }
}
