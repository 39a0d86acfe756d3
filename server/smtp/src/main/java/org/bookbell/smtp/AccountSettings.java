package org.bookbell.smtp;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bookbell.smtp.Account.Credentials;
import org.bookbell.smtp.wire.Security;
import org.bookbell.smtp.wire.TrustedCertificates;
import org.bookbell.smtp.wire.Wire;
import org.bookbell.spi.Setting;
import org.bookbell.spi.SettingFault;
import org.bookbell.spi.Settings;

/** The settings of an account: how they are declared, what they demand of each other, how they are read. */
final class AccountSettings {

    static final List<Setting> DECLARED =
            Stream.concat(own().stream(), BounceSettings.DECLARED.stream()).toList();

    private static List<Setting> own() {
        return List.of(
                Setting.text("host", "Host").withHelp("The mail server's name, such as smtp.example.com."),
                Setting.number("port", "Port", 587)
                        .withHelp("587 with starttls, 465 with tls, 25 for a relay of your own."),
                Setting.choice("security", "Security", List.of("starttls", "tls", "none"))
                        .withHelp("Never falls back: without encryption there is no connection, unless it is none."),
                Setting.text("username", "User name").optional().withHelp("Empty where the server asks for none."),
                Setting.secret("password", "Password").optional(),
                Setting.text("fromAddress", "From address")
                        .withHelp("The sender of all messages; bounces go there, unless the bounce address is set."),
                Setting.text("fromName", "From name").optional().withHelp("Shown where a message brings no name."),
                Setting.text("helloName", "Hello name")
                        .optional()
                        .withHelp("What we call ourselves in EHLO; empty for this host's name."),
                Setting.number("connectTimeoutSeconds", "Connect time-out (seconds)", 5),
                Setting.number("timeoutSeconds", "Read and write time-out (seconds)", 8),
                Setting.number("maxConnections", "Connections at most", 3)
                        .withHelp("Many providers allow few at once for one account."),
                Setting.text("trustedCertificate", "Trusted certificate (PEM)")
                        .optional()
                        .withHelp(
                                "Only where the server's certificate, or the mailbox's, is not from a public authority."));
    }

    static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]{1,253}|\\[?[0-9A-Fa-f:.]{2,45}]?");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?::1]?");

    private AccountSettings() {}

    /** Adds what the checks of single settings cannot find. */
    static void addFaultsBetween(Settings settings, List<SettingFault> faults) {
        check(
                settings,
                faults,
                "host",
                HOST.asMatchPredicate(),
                "Host is no host name; enter one such as smtp.example.com.");
        check(settings, faults, "port", number(1, 65_535), "Port is out of range; enter a number from 1 to 65535.");
        check(
                settings,
                faults,
                "fromAddress",
                address -> Addresses.find(address).isPresent(),
                "From address is no e-mail address; enter one such as office@example.com.");
        check(settings, faults, "connectTimeoutSeconds", number(1, 60), "Connect time-out must be 1 to 60 seconds.");
        check(settings, faults, "timeoutSeconds", number(1, 60), "Read and write time-out must be 1 to 60 seconds.");
        check(settings, faults, "maxConnections", number(1, 50), "Connections at most must be 1 to 50.");
        check(
                settings,
                faults,
                "trustedCertificate",
                AccountSettings::isCertificate,
                "Trusted certificate cannot be read; enter it as PEM, from BEGIN CERTIFICATE to END CERTIFICATE.");
        addFaultsOfSignIn(settings, faults);
        BounceSettings.addFaults(settings, faults);
    }

    private static void addFaultsOfSignIn(Settings settings, List<SettingFault> faults) {
        var hasUser = settings.find("username").isPresent();
        var hasPassword = settings.find("password").isPresent();
        if (hasUser && !hasPassword) {
            faults.add(new SettingFault("password", "Password is missing; enter it, or leave the user name empty."));
        }
        if (hasPassword && !hasUser) {
            faults.add(new SettingFault("username", "User name is missing; enter it, or leave the password empty."));
        }
        if (hasPassword && isInClear(settings, "security", "host")) {
            faults.add(new SettingFault(
                    "security",
                    "Security is none, so the password would travel in clear; choose starttls or tls, or leave user name"
                            + " and password empty."));
        }
    }

    /** Whether what is said to a host may be read on the way. */
    static boolean isInClear(Settings settings, String security, String host) {
        return settings.find(security).filter("none"::equals).isPresent()
                && settings.find(host).filter(LOOPBACK.asMatchPredicate()).isEmpty();
    }

    static void check(
            Settings settings, List<SettingFault> faults, String name, Predicate<String> isRight, String fault) {
        var isKnown = faults.stream().anyMatch(known -> known.setting().equals(name));
        if (!isKnown && settings.find(name).filter(isRight.negate()).isPresent()) {
            faults.add(new SettingFault(name, fault));
        }
    }

    static Predicate<String> number(int least, int most) {
        return value -> {
            var number = Integer.parseInt(value);
            return number >= least && number <= most;
        };
    }

    private static boolean isCertificate(String pem) {
        try {
            TrustedCertificates.read(pem);
            return true;
        } catch (GeneralSecurityException unreadable) {
            return false;
        }
    }

    static Account read(Settings settings) {
        var wire = new Wire(
                Security.of(settings.get("security")),
                seconds(settings, "connectTimeoutSeconds"),
                seconds(settings, "timeoutSeconds"),
                settings.find("trustedCertificate"));
        return new Account(
                settings.get("host"),
                settings.getInt("port", 0),
                wire,
                settings.find("username").map(username -> new Credentials(username, settings.get("password"))),
                settings.get("fromAddress"),
                settings.find("fromName").orElse(""),
                settings.find("helloName"),
                settings.getInt("maxConnections", 1),
                BounceSettings.read(settings, wire));
    }

    private static Duration seconds(Settings settings, String name) {
        return Duration.ofSeconds(settings.getInt(name, 0));
    }
}
