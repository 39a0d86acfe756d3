package org.bookbell.web.answer;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.StringReader;
import java.util.function.Supplier;
import org.bookbell.access.Caller;
import org.bookbell.access.idempotency.Answer;
import org.bookbell.access.idempotency.Idempotency;
import org.bookbell.access.idempotency.IdempotentRequest;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.bookbell.web.access.Visit;
import org.bookbell.web.call.Call;
import org.bookbell.web.call.PublicUrl;

/** Answers a POST that creates: with an {@code Idempotency-Key} it happens once, and a repetition gets the first answer. */
@Dependent
public class Creation {

    private static final JsonProvider JSON = JsonProvider.provider();

    private final Idempotency idempotency;
    private final Call call;
    private final Visit visit;
    private final PublicUrl publicUrl;

    @Inject
    Creation(Idempotency idempotency, Call call, Visit visit, PublicUrl publicUrl) {
        this.idempotency = idempotency;
        this.call = call;
        this.visit = visit;
        this.publicUrl = publicUrl;
    }

    /** Runs {@code work}, whose view has a member {@code id}, and answers 201 with it and its address. */
    public Response answer(Supplier<?> work) {
        return created(write(work));
    }

    /** Runs {@code work}, which creates several things or none, and answers 200 with what it tells. */
    public Response answerOnce(Supplier<?> work) {
        return Response.ok(write(work), MediaType.APPLICATION_JSON_TYPE).build();
    }

    private String write(Supplier<?> work) {
        return call.idempotencyKey().map(key -> once(key, work)).orElseGet(() -> JsonOutput.write(work.get()));
    }

    /** Likewise for an answer with a secret: it is never stored, so that no key is taken. */
    public Response answerUnrepeatably(Supplier<?> work) {
        if (call.idempotencyKey().isPresent()) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST,
                    "The answer carries a secret that is not kept; send this request without an Idempotency-Key.");
        }
        return created(JsonOutput.write(work.get()));
    }

    private Response created(String json) {
        return Response.status(Response.Status.CREATED)
                .header("Location", publicUrl.of(call.path() + "/" + idOf(json)))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(json)
                .build();
    }

    private String once(String key, Supplier<?> work) {
        var organizationId = visit.isAtOrganization() ? visit.organizationId() : 0;
        var caller = visit.findCaller().map(Caller::key).orElse("visitor");
        var target = call.method() + " " + call.path();
        var request = IdempotentRequest.of(organizationId, caller, key, target, call.body());
        return idempotency
                .once(request, () -> new Answer(Response.Status.CREATED.getStatusCode(), JsonOutput.write(work.get())))
                .body();
    }

    private static String idOf(String json) {
        try (var reader = JSON.createReader(new StringReader(json))) {
            JsonObject object = reader.readObject();
            return object.getString("id");
        }
    }
}
