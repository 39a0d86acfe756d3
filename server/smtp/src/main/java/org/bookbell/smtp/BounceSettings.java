package org.bookbell.smtp;

import static org.bookbell.smtp.AccountSettings.HOST;
import static org.bookbell.smtp.AccountSettings.check;
import static org.bookbell.smtp.AccountSettings.number;

import jakarta.mail.internet.InternetAddress;
import java.util.List;
import java.util.Optional;
import org.bookbell.smtp.bounce.BounceAddress;
import org.bookbell.smtp.bounce.MailboxAccount;
import org.bookbell.smtp.wire.Security;
import org.bookbell.smtp.wire.Wire;
import org.bookbell.spi.Setting;
import org.bookbell.spi.SettingFault;
import org.bookbell.spi.Settings;

/** The settings of the mailbox to which bounces go: all of them or none. */
final class BounceSettings {

    private static final String TOGETHER =
            "; bounce address, IMAP host, user name and password are set together," + " or none of them.";

    /** What has no default. */
    private static final List<Setting> NEEDED = List.of(
            Setting.text("bounceAddress", "Bounce address")
                    .optional()
                    .withHelp("Bounces go there, as bounces+token@example.org for bounces@example.org, and are read;"
                            + " empty where nobody reads them."),
            Setting.text("imapHost", "IMAP host")
                    .optional()
                    .withHelp("Where the mailbox of the bounce address is read."),
            Setting.text("imapUsername", "IMAP user name").optional(),
            Setting.secret("imapPassword", "IMAP password")
                    .optional()
                    .withHelp(
                            "Also signs the bounce addresses: bounces to those of a former password are left unread."));

    static final List<Setting> DECLARED = List.of(
            NEEDED.get(0),
            NEEDED.get(1),
            Setting.number("imapPort", "IMAP port", 993).withHelp("993 with tls, 143 with starttls."),
            Setting.choice("imapSecurity", "IMAP security", List.of("tls", "starttls", "none"))
                    .withHelp("Never falls back: without encryption there is no connection, unless it is none."),
            NEEDED.get(2),
            NEEDED.get(3),
            Setting.text("imapFolder", "IMAP folder")
                    .optional()
                    .withDefault("INBOX")
                    .withHelp("What is read there is marked as seen, nothing is deleted."));

    private BounceSettings() {}

    static void addFaults(Settings settings, List<SettingFault> faults) {
        check(
                settings,
                faults,
                "bounceAddress",
                address -> find(address).isPresent(),
                "Bounce address is no address that can be lengthened; enter one such as bounces@example.org, with at most "
                        + BounceAddress.LONGEST_LOCAL + " plain characters before the @.");
        check(
                settings,
                faults,
                "imapHost",
                HOST.asMatchPredicate(),
                "IMAP host is no host name; enter one such as imap.example.com.");
        check(
                settings,
                faults,
                "imapPort",
                number(1, 65_535),
                "IMAP port is out of range; enter a number from 1 to 65535.");
        addMissing(settings, faults);
        if (settings.find("imapPassword").isPresent()
                && settings.find("imapHost").isPresent()
                && AccountSettings.isInClear(settings, "imapSecurity", "imapHost")) {
            faults.add(new SettingFault(
                    "imapSecurity",
                    "IMAP security is none, so the password would travel in clear; choose tls or starttls."));
        }
    }

    private static void addMissing(Settings settings, List<SettingFault> faults) {
        var missing = NEEDED.stream()
                .filter(setting -> settings.find(setting.name()).isEmpty())
                .toList();
        if (missing.size() < NEEDED.size()) {
            missing.forEach(setting ->
                    faults.add(new SettingFault(setting.name(), setting.label() + " is missing" + TOGETHER)));
        }
    }

    private static Optional<String> find(String address) {
        return Addresses.find(address).map(InternetAddress::getAddress).filter(BounceAddress::isUsable);
    }

    /** @param wire how the mail server is reached: time-outs and certificates are the mailbox's too */
    static Optional<MailboxAccount> read(Settings settings, Wire wire) {
        return settings.find("bounceAddress")
                .map(address -> new MailboxAccount(
                        find(address).orElse(address),
                        settings.get("imapHost"),
                        settings.getInt("imapPort", 0),
                        wire.with(Security.of(settings.get("imapSecurity"))),
                        settings.get("imapUsername"),
                        settings.get("imapPassword"),
                        settings.get("imapFolder")));
    }
}
