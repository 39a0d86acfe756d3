package org.bookbell.web.archive;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import org.bookbell.access.Permission;
import org.bookbell.export.archive.AccountArchive;
import org.bookbell.export.archive.TakenArchives;
import org.bookbell.export.download.Downloads;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Requires;
import org.bookbell.web.access.Visit;
import org.bookbell.web.answer.DownloadAnswer;

/** Everything of an organization as one ZIP, written while it is read. */
@Endpoint
@Path("/api/v1/organizations/{org}/archive")
public class ArchiveResource {

    private final AccountArchive archive;
    private final TakenArchives taken;
    private final Downloads downloads;
    private final Visit visit;
    private final Clock clock;

    @Inject
    ArchiveResource(AccountArchive archive, TakenArchives taken, Downloads downloads, Visit visit, Clock clock) {
        this.archive = archive;
        this.taken = taken;
        this.downloads = downloads;
        this.visit = visit;
        this.clock = clock;
    }

    @GET
    @Produces("application/zip")
    @Requires(Permission.MANAGE)
    public Response download(@Context HttpServletRequest request) {
        var organization = visit.organization();
        var actor = visit.actor();
        var name = organization.slug() + "-" + LocalDate.ofInstant(clock.instant(), organization.zone()) + ".zip";
        var download = downloads.beginArchive(out -> {
            taken.begin(actor, organization.id());
            archive.write(organization, out);
        });
        return DownloadAnswer.of(
                download,
                "application/zip",
                "attachment; filename=\"" + name + "\"",
                request,
                () -> taken.complete(actor, organization.id()));
    }
}
