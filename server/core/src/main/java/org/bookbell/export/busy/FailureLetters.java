package org.bookbell.export.busy;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.bookbell.access.member.Addressees;
import org.bookbell.audit.Actor;
import org.bookbell.calendar.StaffList;
import org.bookbell.message.planning.row.Alerts;
import org.bookbell.organization.Organizations;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The e-mail to organizers about a calendar that fails for a day. */
@Dependent
class FailureLetters {

    private final Addressees addressees;
    private final Alerts alerts;
    private final StaffList staffList;
    private final Organizations organizations;
    private final String server;

    @Inject
    FailureLetters(
            Addressees addressees,
            Alerts alerts,
            StaffList staffList,
            Organizations organizations,
            @ConfigProperty(name = "bookbell.publicUrl", defaultValue = "http://127.0.0.1:8080") String publicUrl) {
        this.addressees = addressees;
        this.alerts = alerts;
        this.staffList = staffList;
        this.organizations = organizations;
        this.server = publicUrl.replaceAll("/+$", "");
    }

    void tell(Claim claim, String fault) {
        var organizationId = claim.organizationId();
        var staff = staffList.get(organizationId, claim.staffId()).name();
        var slug = organizations.get(organizationId).slug();
        var text = "An outside calendar of " + staff + " could not be read for a day:\n\n  " + fault
                + "\n\nThe times that it blocked before stay blocked, but what is new there is not known here. It is tried"
                + " again every few hours. To change or remove it: " + server + "/o/" + slug + "/blocks";
        addressees
                .listOrganizers(organizationId)
                .forEach(organizer -> alerts.mail(
                        Actor.system(), organizationId, organizer, "An outside calendar cannot be read", text));
    }
}
