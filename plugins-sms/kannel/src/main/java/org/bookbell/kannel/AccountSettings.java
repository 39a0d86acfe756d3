package org.bookbell.kannel;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.bookbell.http.wire.Limits;
import org.bookbell.http.wire.TimeOuts;
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
            TimeOuts.CONNECT,
            TimeOuts.WHOLE);

    /** What may stand in a header: the POST of sendsms has its parameters there. */
    private static final Pattern PRINTABLE = Pattern.compile("[!-~]([ -~]*[!-~])?");

    private static final Pattern SENDER = Pattern.compile("[!-~]([ -~]{0,19}[!-~])?");
    private static final int MOST_CONNECTIONS = 16;

    private AccountSettings() {}

    static void addFaults(Settings settings, List<SettingFault> faults) {
        check(
                settings,
                faults,
                "address",
                BoxAddress::isRight,
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
                BoxAddress::isRight,
                "Address of the status page is none; enter one such as http://127.0.0.1:13000/status.txt.");
        TimeOuts.faults(settings).forEach(fault -> add(faults, fault));
    }

    /** As many connections as the server asks at once. */
    static Limits limits(Settings settings) {
        return TimeOuts.limits(settings, MOST_CONNECTIONS);
    }

    private static void check(
            Settings settings, List<SettingFault> faults, String name, Predicate<String> isRight, String fault) {
        if (settings.find(name).filter(isRight.negate()).isPresent()) {
            add(faults, new SettingFault(name, fault));
        }
    }

    private static void add(List<SettingFault> faults, SettingFault fault) {
        if (faults.stream().noneMatch(known -> known.setting().equals(fault.setting()))) {
            faults.add(fault);
        }
    }

    private static Predicate<String> printable() {
        return PRINTABLE.asMatchPredicate();
    }
}
