package org.bookbell.kannel;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.bookbell.spi.Setting;
import org.bookbell.spi.SettingFault;
import org.bookbell.spi.Settings;

/** The settings of an account: how they are declared, and what single checks cannot find. */
final class AccountSettings {

    static final List<Setting> DECLARED = List.of(
            Setting.address("address", "Address of sendsms")
                    .withHelp("Of the smsbox, such as http://127.0.0.1:13013/cgi-bin/sendsms."),
            Setting.text("username", "User name").withHelp("Of a sendsms-user in kannel.conf."),
            Setting.secret("password", "Password"),
            Setting.text("sender", "Sender")
                    .optional()
                    .withHelp("Shown where a message brings none; empty for the default-sender in kannel.conf."),
            Setting.text("smsc", "SMSC")
                    .optional()
                    .withHelp("Routes messages by this smsc-id; empty to let Kannel choose."),
            Setting.toggle("receipts", "SMSC reports delivery", true)
                    .withHelp("Off where the SMS center does not: then only what it refuses is heard of."),
            Setting.toggle("replies", "Replies come", false)
                    .withHelp("On once kannel.conf has the sms-service that brings replies to the web hook."),
            Setting.address("statusAddress", "Address of the status page")
                    .optional()
                    .withHelp(
                            "Of the bearerbox, such as http://127.0.0.1:13000/status.txt, for the check of the account."),
            Setting.secret("statusPassword", "Password of the status page").optional(),
            Setting.number("connectTimeoutSeconds", "Connect time-out (seconds)", 3),
            Setting.number("timeoutSeconds", "Time-out of an answer (seconds)", 8));

    /** What may stand in a header: the POST of sendsms has its parameters there. */
    private static final Pattern PRINTABLE = Pattern.compile("[!-~]([ -~]*[!-~])?");

    private static final Pattern SENDER = Pattern.compile("[!-~]([ -~]{0,19}[!-~])?");
    private static final int LONGEST_TIMEOUT = 60;

    private AccountSettings() {}

    static void addFaults(Settings settings, List<SettingFault> faults) {
        check(
                settings,
                faults,
                "address",
                AccountSettings::isAddress,
                "Address of sendsms is none; enter one such as http://127.0.0.1:13013/cgi-bin/sendsms.");
        check(
                settings,
                faults,
                "username",
                printable(),
                "User name must have letters, digits and signs of ASCII only.");
        check(settings, faults, "password", printable(), "Password must have letters, digits and signs of ASCII only.");
        check(
                settings,
                faults,
                "sender",
                SENDER.asMatchPredicate(),
                "Sender must have at most 21 letters, digits and signs of ASCII.");
        check(settings, faults, "smsc", printable(), "SMSC must have letters, digits and signs of ASCII only.");
        check(
                settings,
                faults,
                "statusAddress",
                AccountSettings::isAddress,
                "Address of the status page is none; enter one such as http://127.0.0.1:13000/status.txt.");
        check(
                settings,
                faults,
                "connectTimeoutSeconds",
                AccountSettings::isShort,
                "Connect time-out must be 1 to 60 seconds.");
        check(
                settings,
                faults,
                "timeoutSeconds",
                AccountSettings::isShort,
                "Time-out of an answer must be 1 to 60 seconds.");
    }

    static Duration seconds(Settings settings, String name) {
        return Duration.ofSeconds(settings.getInt(name, LONGEST_TIMEOUT));
    }

    private static void check(
            Settings settings, List<SettingFault> faults, String name, Predicate<String> isRight, String fault) {
        var isKnown = faults.stream().anyMatch(known -> known.setting().equals(name));
        if (!isKnown && settings.find(name).filter(isRight.negate()).isPresent()) {
            faults.add(new SettingFault(name, fault));
        }
    }

    private static boolean isAddress(String address) {
        try {
            var uri = URI.create(address);
            HttpRequest.newBuilder(uri);
            return uri.getRawUserInfo() == null && uri.getPort() <= 65_535;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static Predicate<String> printable() {
        return PRINTABLE.asMatchPredicate();
    }

    private static boolean isShort(String value) {
        var seconds = Integer.parseInt(value);
        return seconds >= 1 && seconds <= LONGEST_TIMEOUT;
    }
}
