package org.bookbell.twilio;

import java.net.URI;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.bookbell.http.wire.ApiAddress;
import org.bookbell.http.wire.Limits;
import org.bookbell.http.wire.TimeOuts;
import org.bookbell.spi.Settings;
import org.bookbell.spi.gateway.Ability;

/**
 * One account with Twilio, as its settings say. Its text shows nothing of it.
 *
 * @param sid the account that messages belong to
 * @param messagingServiceSid of the service that sends; empty where {@code sender} does
 * @param sender what is shown where a message brings none
 * @param signature proves calls of the web hook; empty where the account's auth token is not known
 * @param reports where Twilio says what became of messages; empty where nobody can call
 */
record Account(
        String sid,
        SignIn signIn,
        Optional<String> messagingServiceSid,
        Optional<String> sender,
        Optional<HookSignature> signature,
        Optional<ReportAddress> reports,
        Set<Ability> abilities,
        Place place) {

    /** Where the API is, and how much it is asked. */
    record Place(ApiAddress address, Limits limits) {}

    /** The account that {@code settings} without faults describe. */
    static Account of(Settings settings, Optional<URI> hook) {
        var signature = settings.find("authToken").map(HookSignature::new);
        var limits = TimeOuts.limits(settings, settings.getInt("maxConnections", 1));
        var reports = hook.flatMap(address -> ReportAddress.of(address, settings.find("connectionOverrides")));
        return new Account(
                settings.get("accountSid"),
                SignIn.of(settings),
                settings.find("messagingServiceSid"),
                settings.find("sender"),
                signature,
                reports,
                abilities(settings, reports.isPresent(), signature.isPresent()),
                new Place(ApiAddress.of(settings.get("address")), limits));
    }

    private static Set<Ability> abilities(Settings settings, boolean hasHook, boolean isSigned) {
        var abilities = EnumSet.of(Ability.VALIDITY);
        if (!hasHook) {
            return abilities;
        }
        abilities.add(Ability.HOOK);
        if (isSigned) {
            abilities.add(Ability.SIGNED_HOOK);
        }
        if (settings.isOn("receipts")) {
            abilities.add(Ability.RECEIPTS);
        }
        if (settings.isOn("replies")) {
            abilities.add(Ability.REPLIES);
        }
        return abilities;
    }

    /** The path of what belongs to the account, such as {@code /Messages.json}. */
    String path(String rest) {
        return place.address().path("/2010-04-01/Accounts/" + sid + rest);
    }

    @Override
    public String toString() {
        return "Account";
    }
}
