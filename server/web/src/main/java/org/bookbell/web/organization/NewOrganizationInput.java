package org.bookbell.web.organization;

import static org.bookbell.web.input.Kind.text;

import org.bookbell.organization.NewOrganization;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.Kind;

/** Reads what an organization is founded with, from JSON or a form. */
public final class NewOrganizationInput {

    private NewOrganizationInput() {}

    public static NewOrganization read(Input in) {
        var country = in.get("country", text(2, 2));
        var founded = new NewOrganization(
                in.get("slug", text(2, 60)),
                in.get("name", text(1, 120)),
                in.get("zone", Kind.ZONE_ID),
                in.get("locale", Kind.LANGUAGE),
                country,
                in.find("phone", Kind.phone(country)).orElse(null),
                in.find("email", Kind.EMAIL).orElse(null));
        in.add(founded.faults());
        return founded;
    }
}
