package org.bookbell.web.client;

import static org.bookbell.web.input.Kind.text;

import org.bookbell.client.ClientDetails;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.Kind;

/** Reads what is known of a client, from JSON or a form. */
public final class ClientInput {

    private ClientInput() {}

    /** Reads what visitors tell of themselves: a name and at least one address that messages can reach. */
    public static ClientDetails readVisitor(Input in, String country) {
        var details = ClientDetails.of(
                in.get("name", text(1, 120)),
                in.find("email", Kind.EMAIL).orElse(null),
                in.find("mobile", Kind.phone(country)).orElse(null));
        in.check(
                in.isPresent("email") || in.isPresent("mobile"),
                "email",
                "Give an e-mail address or a mobile number, so that we can reach you.");
        return details;
    }

    /** Reads what the desk asks of somebody new on the phone. */
    public static ClientDetails readCaller(Input in, String country) {
        return new ClientDetails(
                in.get("name", text(1, 120)),
                in.find("email", Kind.EMAIL).orElse(null),
                in.find("mobile", Kind.phone(country)).orElse(null),
                in.find("phone", Kind.phone(country)).orElse(null),
                null,
                null,
                null);
    }

    /**
     * Reads a client's details.
     *
     * @param country where a number without prefix is dialed
     */
    public static ClientDetails read(Input in, String country) {
        return new ClientDetails(
                in.get("name", text(1, 120)),
                in.find("email", Kind.EMAIL).orElse(null),
                in.find("mobile", Kind.phone(country)).orElse(null),
                in.find("phone", Kind.phone(country)).orElse(null),
                in.find("locale", Kind.LANGUAGE).orElse(null),
                in.find("zone", Kind.ZONE_ID).orElse(null),
                in.find("note", text(0, 1000)).orElse(null));
    }
}
