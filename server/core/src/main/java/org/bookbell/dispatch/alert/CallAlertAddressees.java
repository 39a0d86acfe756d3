package org.bookbell.dispatch.alert;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.bookbell.access.member.Addressees;
import org.bookbell.message.Audience;
import org.bookbell.message.Recipient;
import org.bookbell.message.calls.CallSettings;
import org.bookbell.organization.Organization;
import org.bookbell.organization.Organizations;

/**
 * Who is told of an organization's new calls: the addresses that it named, else its owners and managers, else the
 * organization itself.
 */
@Dependent
public class CallAlertAddressees {

    private final Organizations organizations;
    private final Addressees addressees;
    private final CallSettings settings;

    @Inject
    public CallAlertAddressees(Organizations organizations, Addressees addressees, CallSettings settings) {
        this.organizations = organizations;
        this.addressees = addressees;
        this.settings = settings;
    }

    List<Recipient> of(long organizationId) {
        var organization = organizations.get(organizationId);
        var named = settings.get(organizationId).alertAddresses();
        var organizers = named.isEmpty() ? addressees.listOrganizers(organizationId) : List.<Recipient>of();
        if (!organizers.isEmpty()) {
            return organizers;
        }
        var addresses = named.isEmpty() ? organization.email().stream().toList() : named;
        return addresses.stream()
                .map(address -> recipient(organization, address))
                .toList();
    }

    private static Recipient recipient(Organization organization, String email) {
        return new Recipient(
                Audience.MEMBER, 0, organization.name(), organization.locale(), organization.zone(), email, null);
    }
}
