package org.bookbell.clickatell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.bookbell.http.wire.ApiAddress;
import org.bookbell.http.wire.Limits;
import org.bookbell.http.wire.TimeOuts;
import org.bookbell.spi.Setting;
import org.bookbell.spi.SettingFault;
import org.bookbell.spi.Settings;

/** The settings of an account: how they are declared, and what single checks cannot find. */
final class AccountSettings {

    static final String SMS_API = "sms";
    static final String ONE_API = "one";
    static final String HTTP_API = "http";

    static final List<Setting> DECLARED = List.of(
            Setting.choice("api", "Interface", List.of(SMS_API, ONE_API, HTTP_API))
                    .withHelp("sms and one: an integration of the platform; http: an account of Developers' Central."),
            Setting.secret("apiKey", "API key").optional().withHelp("Of the integration; for sms and one."),
            Setting.text("username", "User name").optional().withHelp("For http."),
            Setting.secret("password", "Password").optional().withHelp("For http."),
            Setting.text("apiId", "API ID").optional().withHelp("Of the HTTP API in Developers' Central; for http."),
            Setting.text("sender", "Sender")
                    .optional()
                    .withHelp("A two-way number or a registered name; empty where messages are one-way."),
            Setting.toggle("receipts", "Delivery is reported", true)
                    .withHelp("Off unless the web hook is set as the address for status reports at Clickatell."),
            Setting.toggle("replies", "Replies come", false)
                    .withHelp(
                            "On if the sender is a two-way number and the web hook is set as its address for replies."),
            Setting.address("address", "Address of the interface")
                    .optional()
                    .withHelp("Empty for https://platform.clickatell.com, or https://api.clickatell.com with http."),
            TimeOuts.CONNECT,
            TimeOuts.WHOLE);

    /** What may stand in a header. */
    private static final Pattern PRINTABLE = Pattern.compile("[!-~]{1,200}");

    private static final Pattern API_ID = Pattern.compile("[0-9A-Za-z]{1,40}");
    private static final Pattern SENDER = Pattern.compile("\\+?[0-9]{3,16}|[A-Za-z0-9 ]{1,11}");
    private static final int MOST_CONNECTIONS = 16;

    private AccountSettings() {}

    static void addFaults(Settings settings, List<SettingFault> faults) {
        var more = new ArrayList<SettingFault>();
        required(settings).stream()
                .filter(setting -> settings.find(setting.name()).isEmpty())
                .forEach(setting -> more.add(new SettingFault(
                        setting.name(), setting.label() + " is missing; the interface that is chosen needs it.")));
        check(settings, more, "apiKey", PRINTABLE.asMatchPredicate(), "API key must have signs of ASCII only.");
        check(settings, more, "apiId", API_ID.asMatchPredicate(), "API ID must have letters and digits only.");
        check(
                settings,
                more,
                "sender",
                SENDER.asMatchPredicate(),
                "Sender must be a number with its country, or up to 11 letters and digits.");
        check(settings, more, "address", ApiAddress::isSafe, "Address must begin with https://.");
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

    /** The address that is set, or else {@code usual}. */
    static ApiAddress address(Settings settings, String usual) {
        return ApiAddress.of(settings.find("address").orElse(usual));
    }

    /** A number as all interfaces write it: without a plus sign. */
    static String digits(String address) {
        return address.startsWith("+") ? address.substring(1) : address;
    }

    private static List<Setting> required(Settings settings) {
        var needed = settings.find("api").filter(HTTP_API::equals).isPresent()
                ? Set.of("username", "password", "apiId")
                : Set.of("apiKey");
        return DECLARED.stream()
                .filter(setting -> needed.contains(setting.name()))
                .toList();
    }

    private static void check(
            Settings settings, List<SettingFault> faults, String name, Predicate<String> isRight, String fault) {
        if (settings.find(name).filter(isRight.negate()).isPresent()) {
            faults.add(new SettingFault(name, fault));
        }
    }
}
