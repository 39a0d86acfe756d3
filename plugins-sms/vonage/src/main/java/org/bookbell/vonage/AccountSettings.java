package org.bookbell.vonage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.bookbell.http.wire.ApiAddress;
import org.bookbell.http.wire.Limits;
import org.bookbell.http.wire.TimeOuts;
import org.bookbell.spi.Setting;
import org.bookbell.spi.SettingFault;
import org.bookbell.spi.Settings;
import org.bookbell.vonage.wire.SignatureMethod;

/** The settings of an account: how they are declared, and what single checks cannot find. */
final class AccountSettings {

    static final String SIGNATURE = "signature";

    static final List<Setting> DECLARED = List.of(
            Setting.address("address", "Address of the API").withDefault("https://rest.nexmo.com"),
            Setting.text("apiKey", "API key").withHelp("On the first page of Vonage's dashboard."),
            Setting.text("sender", "Sender")
                    .withHelp(
                            "A number of the account, or up to 11 letters and digits; shown where a message brings none."),
            Setting.choice("authentication", "Requests are proved by", List.of("secret", SIGNATURE)),
            Setting.secret("apiSecret", "API secret")
                    .optional()
                    .withHelp("Needed unless requests are signed, and for the check of the account."),
            Setting.secret("signatureSecret", "Signature secret")
                    .optional()
                    .withHelp("Needed where requests or calls of the web hook are signed."),
            Setting.choice("signatureMethod", "Signature method", SignatureMethod.names())
                    .withHelp("The one that the dashboard's settings show."),
            Setting.toggle("signedHook", "Calls of the web hook are signed", false)
                    .withHelp(
                            "On once Vonage's support turned signatures on and the web hook is set in the dashboard."),
            Setting.toggle("receipts", "Delivery is reported", true)
                    .withHelp("Off where the countries' networks report nothing."),
            Setting.toggle("replies", "Replies come", false)
                    .withHelp("On if the sender is a number of the account whose inbound web hook is this gateway's."),
            TimeOuts.CONNECT,
            TimeOuts.WHOLE);

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,40}");
    private static final Pattern SENDER = Pattern.compile("\\+?[0-9]{3,15}|[A-Za-z0-9 ]{1,11}");
    private static final int MOST_CONNECTIONS = 16;

    private AccountSettings() {}

    static void addFaults(Settings settings, List<SettingFault> faults) {
        var more = new ArrayList<SettingFault>();
        check(settings, more, "address", ApiAddress::isSafe, "Address of the API must begin with https://.");
        check(settings, more, "apiKey", KEY.asMatchPredicate(), "API key must have letters and digits only.");
        check(
                settings,
                more,
                "sender",
                SENDER.asMatchPredicate(),
                "Sender must be a number with its country, or up to 11 letters and digits.");
        var isSigned = settings.find("authentication").filter(SIGNATURE::equals).isPresent();
        if (!isSigned && settings.find("apiSecret").isEmpty()) {
            more.add(new SettingFault("apiSecret", "API secret is missing; enter it, or let requests be signed."));
        }
        if ((isSigned || settings.isOn("signedHook"))
                && settings.find("signatureSecret").isEmpty()) {
            more.add(new SettingFault("signatureSecret", "Signature secret is missing; signatures are made with it."));
        }
        more.addAll(TimeOuts.faults(settings));
        more.stream()
                .filter(fault ->
                        faults.stream().noneMatch(known -> known.setting().equals(fault.setting())))
                .toList()
                .forEach(faults::add);
    }

    /** As many connections as the server asks at once. */
    static Limits limits(Settings settings) {
        return TimeOuts.limits(settings, MOST_CONNECTIONS);
    }

    static ApiAddress address(Settings settings) {
        return ApiAddress.of(settings.get("address"));
    }

    private static void check(
            Settings settings, List<SettingFault> faults, String name, Predicate<String> isRight, String fault) {
        if (settings.find(name).filter(isRight.negate()).isPresent()) {
            faults.add(new SettingFault(name, fault));
        }
    }
}
