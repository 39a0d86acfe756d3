package org.bookbell.web.setup;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.bookbell.access.Permission;
import org.bookbell.calendar.Services;
import org.bookbell.calendar.Staff;
import org.bookbell.calendar.StaffList;
import org.bookbell.client.Channel;
import org.bookbell.message.Audience;
import org.bookbell.message.Recipient;
import org.bookbell.message.planning.ReminderRules;
import org.bookbell.message.planning.row.Alerts;
import org.bookbell.message.planning.rule.ReminderRule;
import org.bookbell.problem.ProblemException;
import org.bookbell.storage.Ids;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Requires;
import org.bookbell.web.access.Visit;
import org.bookbell.web.call.PublicUrl;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.Kind;
import org.bookbell.web.page.Filled;
import org.bookbell.web.page.Frame;
import org.bookbell.web.page.Page;
import org.bookbell.web.page.Redirect;

/** How an organization is set up, and a test message to oneself. */
@Endpoint
@Path("/o/{org}/setup")
@Produces(MediaType.TEXT_HTML)
public class OverviewPage {

    private final StaffList staffList;
    private final Services services;
    private final ReminderRules rules;
    private final Alerts alerts;
    private final Visit visit;
    private final PublicUrl publicUrl;

    @Inject
    OverviewPage(
            StaffList staffList,
            Services services,
            ReminderRules rules,
            Alerts alerts,
            Visit visit,
            PublicUrl publicUrl) {
        this.staffList = staffList;
        this.services = services;
        this.rules = rules;
        this.alerts = alerts;
        this.visit = visit;
        this.publicUrl = publicUrl;
    }

    @GET
    @Requires(Permission.ADMINISTER)
    public Page show() {
        return page(Filled.empty());
    }

    /** Sends a message to oneself through the ledger and the gateways, and shows what becomes of it. */
    @POST
    @Path("test")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Requires(Permission.ADMINISTER)
    public Response test(Input in) {
        var organization = visit.organization();
        try {
            var channel = in.get("channel", Kind.choice(Channel.class));
            var address = channel == Channel.SMS
                    ? in.get("address", Kind.phone(organization.country()))
                    : in.get("address", Kind.EMAIL);
            in.orThrow();
            var id = alerts.tell(
                    visit.actor(),
                    organization.id(),
                    recipient(channel, address),
                    channel,
                    "Test message of " + organization.name(),
                    "This is a test message of " + organization.name() + ". Messages to clients arrive like this one.");
            return Redirect.to("/o/" + organization.slug() + "/messages/" + Ids.text(id));
        } catch (ProblemException refusal) {
            return Response.status(refusal.type().status())
                    .entity(page(Filled.refused(in, refusal)))
                    .build();
        }
    }

    private Recipient recipient(Channel channel, String address) {
        var caller = visit.caller();
        return new Recipient(
                Audience.MEMBER,
                caller.memberId(),
                caller.name(),
                caller.locale(),
                visit.organization().zone(),
                channel == Channel.EMAIL ? address : null,
                channel == Channel.SMS ? address : null);
    }

    private Page page(Filled form) {
        var organization = visit.organization();
        var root = "/o/" + organization.slug();
        var view = new OverviewView(
                organization.name(),
                publicUrl.of("/b/" + organization.slug()),
                root + "/setup/test",
                root + "/setup/agenda",
                root + "/setup/calls",
                root + "/setup/gateways",
                root + "/setup/texts",
                staffList.list(organization.id()).stream()
                        .filter(Staff::isActive)
                        .map(each -> new Frame.Link(root + "/staff/" + Ids.text(each.id()) + "/choices", each.name()))
                        .toList(),
                services.list(organization.id()).stream()
                        .filter(service -> service.isActive())
                        .map(service -> service.name() + ", " + service.times().durationMinutes() + " min")
                        .toList(),
                rules.list(organization.id()).stream()
                        .filter(ReminderRule::isActive)
                        .map(OverviewPage::inWords)
                        .toList(),
                form);
        return Page.of("setup/overview", "Set up", view);
    }

    private static String inWords(ReminderRule rule) {
        var lead = rule.leadTime()
                .map(time -> number(rule.leadAmount(), "day") + " before at " + time)
                .orElse(number(rule.leadAmount(), "hour") + " before");
        var channel = rule.channel() == Channel.SMS ? "SMS" : "E-mail";
        return channel + " to " + (rule.audience() == Audience.CLIENT ? "clients" : "staff") + ", " + lead;
    }

    private static String number(int amount, String unit) {
        return amount + " " + unit + (amount == 1 ? "" : "s");
    }

    /**
     * How it is set up.
     *
     * @param staff where each one's own messages are chosen
     */
    record OverviewView(
            String name,
            String bookingAddress,
            String testPath,
            String agendaPath,
            String callsPath,
            String gatewaysPath,
            String textsPath,
            List<Frame.Link> staff,
            List<String> services,
            List<String> rules,
            Filled form) {}
}
