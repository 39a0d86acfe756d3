package org.bookbell.web.problem;

import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger.Level;
import java.util.List;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.bookbell.storage.Ids;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Credentials;
import org.bookbell.web.call.Call;
import org.bookbell.web.page.Page;
import org.bookbell.web.page.Redirect;

/** Turns every exception into an answer: never a stack trace, an id to quote where the server is to blame. */
@Provider
@Endpoint
public class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final System.Logger LOG = System.getLogger(ProblemMapper.class.getName());
    private static final String RETRY_SECONDS = "5";
    private static final String SESSION_ENDED = "Nothing was changed. Sign in again, then repeat what you did.";

    private final Call call;
    private final Credentials credentials;
    private final Ids ids;
    private final ProblemDocument documents;

    @Inject
    ProblemMapper(Call call, Credentials credentials, Ids ids, ProblemDocument documents) {
        this.call = call;
        this.credentials = credentials;
        this.ids = ids;
        this.documents = documents;
    }

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof WebApplicationException web && isNoRefusal(web.getResponse())) {
            return web.getResponse();
        }
        var problem = Causes.problemOf(failure).orElseGet(() -> unexpected(failure));
        if (problem.type() == ProblemType.NOT_SIGNED_IN
                && call.isForPage()
                && call.method().equals("GET")) {
            return Redirect.toSignIn(call.path());
        }
        if (failure instanceof WebApplicationException && call.isForPage()) {
            // no route was found, and so no rule of access asked who it is
            credentials.readForLostPage();
        }
        var answer = answer(problem);
        if (failure instanceof WebApplicationException web) {
            keep(HttpHeaders.ALLOW, web.getResponse(), answer);
        }
        return answer.build();
    }

    private static boolean isNoRefusal(Response response) {
        return response.getStatus() < 400;
    }

    private ProblemException unexpected(Throwable failure) {
        if (Causes.isDatabaseAway(failure)) {
            LOG.log(
                    Level.WARNING,
                    "No database that takes it for {0} {1}",
                    call.method(),
                    documents.masked(call.path()));
            return new ProblemException(
                    ProblemType.UNAVAILABLE,
                    "The database does not answer or takes no changes; try again in " + RETRY_SECONDS + " seconds.");
        }
        var id = Ids.text(ids.next());
        LOG.log(
                Level.ERROR,
                "Failure " + id + " in " + call.method() + " " + documents.masked(call.path()),
                Causes.withoutPersonalData(failure));
        return new ProblemException(
                ProblemType.INTERNAL_ERROR,
                "The server failed; quote " + id + " to its operator, who finds it in the log.");
    }

    private Response.ResponseBuilder answer(ProblemException problem) {
        var answer = Response.status(problem.type().status());
        if (problem.type() == ProblemType.UNAVAILABLE) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        problem.retryAfter().ifPresent(seconds -> answer.header(HttpHeaders.RETRY_AFTER, seconds));
        if (problem.type() == ProblemType.NOT_SIGNED_IN && !call.isForPage()) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return call.isForPage()
                ? answer.type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8")).entity(page(problem))
                : answer.type("application/problem+json").entity(documents.write(problem));
    }

    private static Page page(ProblemException problem) {
        if (problem.type() == ProblemType.NOT_SIGNED_IN) {
            return Page.of("problem/problem", "Your session has ended", new ProblemView(SESSION_ENDED, List.of()));
        }
        var details = problem.faults().stream().map(fault -> fault.detail()).toList();
        return Page.of("problem/problem", problem.type().title(), new ProblemView(problem.detail(), details));
    }

    private static void keep(String header, Response from, Response.ResponseBuilder to) {
        var value = from.getHeaderString(header);
        if (value != null) {
            to.header(header, value);
        }
    }
}
