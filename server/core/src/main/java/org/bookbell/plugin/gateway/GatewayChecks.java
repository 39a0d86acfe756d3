package org.bookbell.plugin.gateway;

import java.util.regex.Pattern;
import org.bookbell.plugin.ProviderCalls;
import org.bookbell.plugin.ProviderCalls.ProviderFailed;
import org.bookbell.problem.Faults;
import org.bookbell.spi.Provider;
import org.bookbell.spi.Settings;

/** What a gateway must be like, whoever adds or changes it. */
final class GatewayChecks {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{1,39}");
    private static final int LONGEST_SENDER = 254;

    private GatewayChecks() {}

    static void name(Faults faults, String name) {
        faults.check(
                NAME.matcher(name).matches(),
                "/name",
                "The name is \"" + name + "\"; use 2 to 40 lower-case letters, digits and hyphens.");
    }

    static void common(Faults faults, String sender, int position) {
        faults.check(
                sender.length() <= LONGEST_SENDER, "/sender", "The sender is too long; use at most 254 characters.");
        faults.check(
                position >= 0 && position <= Short.MAX_VALUE, "/position", "The position must be from 0 to 32767.");
    }

    static void settings(Faults faults, Provider provider, Settings settings) {
        try {
            for (var fault : ProviderCalls.validate(provider, settings)) {
                faults.add("/settings/" + fault.setting(), fault.detail());
            }
        } catch (ProviderFailed e) {
            faults.add("/provider", e.sentence());
        }
    }
}
