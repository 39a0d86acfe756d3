package org.bookbell.web.operator;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.bookbell.dispatch.job.batch.JobRun;
import org.bookbell.dispatch.job.batch.Jobs;
import org.bookbell.dispatch.job.batch.StartByHand;
import org.bookbell.organization.Organizations;
import org.bookbell.plugin.InstalledPlugins;
import org.bookbell.problem.ProblemException;
import org.bookbell.storage.Ids;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.ForOperator;
import org.bookbell.web.access.Visit;
import org.bookbell.web.answer.Listing;
import org.bookbell.web.answer.Times;

/** Jobs, plugins and organizations, for operators. */
@Endpoint
@Path("/api/v1/operator")
@Produces(MediaType.APPLICATION_JSON)
public class OperatorResource {

    private static final int RUNS = 50;
    private static final String REMINDERS = "reminders";

    private final Jobs jobs;
    private final StartByHand byHand;
    private final InstalledPlugins plugins;
    private final Organizations organizations;
    private final Visit visit;

    @Inject
    OperatorResource(
            Jobs jobs, StartByHand byHand, InstalledPlugins plugins, Organizations organizations, Visit visit) {
        this.jobs = jobs;
        this.byHand = byHand;
        this.plugins = plugins;
        this.organizations = organizations;
        this.visit = visit;
    }

    /** The newest runs of the job that sends messages. */
    @GET
    @Path("jobs")
    @ForOperator
    public Listing<RunView> listJobs() {
        return Listing.all(jobs.list(RUNS).stream().map(RunView::of).toList());
    }

    /** Starts the job now, unless it runs. */
    @POST
    @Path("jobs/{job}/start")
    @ForOperator
    public Response startJob(@PathParam("job") String job) {
        if (!job.equals(REMINDERS)) {
            throw ProblemException.notFound("job");
        }
        return Response.accepted(Map.of("execution", byHand.start(visit.actor())))
                .build();
    }

    /** All that were found, with what they ask for and the gateways that use them. */
    @GET
    @Path("plugins")
    @ForOperator
    public Listing<PluginJson> listPlugins() {
        return Listing.all(plugins.list().stream().map(PluginJson::of).toList());
    }

    @GET
    @Path("organizations")
    @ForOperator
    public Listing<OrganizationLine> listOrganizations() {
        return Listing.all(organizations.list().stream()
                .map(each -> new OrganizationLine(Ids.text(each.id()), each.slug(), each.name()))
                .toList());
    }

    /** An organization on one line. */
    record OrganizationLine(String id, String slug, String name) {}

    /** One run of a job. */
    record RunView(
            long execution,
            String job,
            String status,
            String startedAt,
            Optional<String> endedAt,
            long found,
            long sent,
            Optional<String> detail) {

        static RunView of(JobRun run) {
            return new RunView(
                    run.id(),
                    run.job(),
                    run.status(),
                    Times.text(run.startedAt(), ZoneOffset.UTC),
                    run.endedAt().map(at -> Times.text(at, ZoneOffset.UTC)),
                    run.found(),
                    run.sent(),
                    run.detail());
        }
    }
}
