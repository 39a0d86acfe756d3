package org.bookbell.twilio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.bookbell.http.wire.ApiAddress;
import org.bookbell.http.wire.TimeOuts;
import org.bookbell.spi.Setting;
import org.bookbell.spi.SettingFault;
import org.bookbell.spi.Settings;

/** The settings of an account: how they are declared, and what single checks cannot find. */
final class AccountSettings {

    static final List<Setting> DECLARED = List.of(
            Setting.text("accountSid", "Account SID").withHelp("Begins with AC; of the subaccount, if it is one."),
            Setting.secret("authToken", "Auth token")
                    .optional()
                    .withHelp("Verifies calls of the web hook; also signs in, unless there is an API key."),
            Setting.text("apiKeySid", "API key SID").optional().withHelp("Begins with SK; signs in instead."),
            Setting.secret("apiKeySecret", "API key secret").optional(),
            Setting.text("sender", "Sender")
                    .optional()
                    .withHelp("A number in E.164, a short code, or a name of up to 11 characters."),
            Setting.text("messagingServiceSid", "Messaging Service SID")
                    .optional()
                    .withHelp("Begins with MG; chooses the sender, instead of the one above."),
            Setting.toggle("receipts", "Networks report delivery", true)
                    .withHelp("Off where they do not: then only what fails is heard of."),
            Setting.toggle("replies", "Replies come", false)
                    .withHelp("On once Twilio sends incoming messages to the web hook."),
            Setting.text("connectionOverrides", "Connection overrides")
                    .optional()
                    .withHelp("For Twilio's calls of the web hook, such as rc=5&rp=all, which repeats what failed."),
            Setting.address("address", "Address of the API")
                    .withDefault("https://api.twilio.com")
                    .withHelp("Another one for a region, such as https://api.dublin.ie1.twilio.com."),
            TimeOuts.CONNECT,
            TimeOuts.WHOLE,
            Setting.number("maxConnections", "Connections at most", 16));

    static final Pattern SENDER = Pattern.compile("\\+[1-9]\\d{4,14}|\\d{3,8}|(?=.*[A-Za-z])[A-Za-z0-9 +_&-]{1,11}");

    private static final Pattern NAME = Pattern.compile(".*[A-Za-z].*");
    private static final Pattern PRINTABLE = Pattern.compile("[!-~]{1,200}");
    private static final Pattern OVERRIDES = Pattern.compile("[a-z]{1,8}=[\\w,-]+(&[a-z]{1,8}=[\\w,-]+)*");
    private static final int MOST_CONNECTIONS = 100;

    private final Settings settings;
    private final List<SettingFault> faults;

    private AccountSettings(Settings settings, List<SettingFault> faults) {
        this.settings = settings;
        this.faults = faults;
    }

    /** {@code known} and all other faults of {@code settings}, in the order of the form. */
    static List<SettingFault> withFaults(Settings settings, List<SettingFault> known) {
        var all = new AccountSettings(settings, new ArrayList<>(known));
        all.addFaultsOfValues();
        all.addFaultsOfSignIn();
        all.addFaultsOfSender();
        var order = DECLARED.stream().map(Setting::name).toList();
        return all.faults.stream()
                .sorted(Comparator.comparingInt(fault -> order.indexOf(fault.setting())))
                .toList();
    }

    private void addFaultsOfValues() {
        check("accountSid", sid("AC"), "Account SID must be AC and 32 hexadecimal digits.");
        check("apiKeySid", sid("SK"), "API key SID must be SK and 32 hexadecimal digits.");
        check("messagingServiceSid", sid("MG"), "Messaging Service SID must be MG and 32 hexadecimal digits.");
        check("authToken", PRINTABLE.asMatchPredicate(), "Auth token must have letters, digits and signs of ASCII.");
        check(
                "apiKeySecret",
                PRINTABLE.asMatchPredicate(),
                "API key secret must have letters, digits and signs of ASCII.");
        check(
                "sender",
                SENDER.asMatchPredicate(),
                "Sender must be a number such as +12125550123, a short code, or up to 11"
                        + " letters, digits, spaces and + - _ & with a letter among them.");
        check(
                "connectionOverrides",
                OVERRIDES.asMatchPredicate(),
                "Connection overrides must be pairs such as rc=5&rp=all.");
        check(
                "address",
                ApiAddress::isSafe,
                "Address of the API must begin with https:// and have neither"
                        + " a question mark nor anything secret; http:// only for this machine.");
        TimeOuts.faults(settings).forEach(wrong -> fault(wrong.setting(), wrong.detail()));
        check("maxConnections", AccountSettings::areNotTooMany, "Connections at most must be 1 to 100.");
    }

    private void addFaultsOfSignIn() {
        if (has("apiKeySid") && !has("apiKeySecret")) {
            fault("apiKeySecret", "API key secret is missing; enter that of the API key.");
        }
        if (has("apiKeySecret") && !has("apiKeySid")) {
            fault("apiKeySid", "API key SID is missing; enter that of the API key.");
        }
        if (!has("authToken") && !has("apiKeySid") && !has("apiKeySecret")) {
            fault("authToken", "Auth token is missing; enter it, or an API key.");
        }
    }

    private void addFaultsOfSender() {
        if (has("sender") == has("messagingServiceSid")) {
            fault("sender", "Sender must be entered, or a Messaging Service SID; not both.");
        }
        if (settings.isOn("replies")
                && settings.find("sender").filter(NAME.asMatchPredicate()).isPresent()) {
            fault(
                    "replies",
                    "Replies come is on, but nobody can answer a name; turn it off, or enter a number as sender.");
        }
    }

    private boolean has(String name) {
        return settings.find(name).isPresent();
    }

    private void check(String name, Predicate<String> isRight, String detail) {
        if (settings.find(name).filter(isRight.negate()).isPresent()) {
            fault(name, detail);
        }
    }

    private void fault(String name, String detail) {
        if (faults.stream().noneMatch(known -> known.setting().equals(name))) {
            faults.add(new SettingFault(name, detail));
        }
    }

    private static Predicate<String> sid(String prefix) {
        return Pattern.compile(prefix + "[0-9a-fA-F]{32}").asMatchPredicate();
    }

    private static boolean areNotTooMany(String connections) {
        return connections.matches("[1-9]\\d?|" + MOST_CONNECTIONS);
    }
}
