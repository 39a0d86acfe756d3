package org.bookbell.smpp;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocketFactory;
import org.bookbell.smpp.Account.Abilities;
import org.bookbell.smpp.Account.Sender;
import org.bookbell.smpp.Account.Style;
import org.bookbell.smpp.link.Access;
import org.bookbell.smpp.link.Credentials;
import org.bookbell.smpp.link.Layout;
import org.bookbell.smpp.link.Timing;
import org.bookbell.smpp.text.Address;
import org.bookbell.smpp.text.DefaultAlphabet;
import org.bookbell.smpp.text.Joining;
import org.bookbell.smpp.wire.Endpoint;
import org.bookbell.smpp.wire.TrustedCertificates;
import org.bookbell.spi.Setting;
import org.bookbell.spi.SettingFault;
import org.bookbell.spi.Settings;

/** The settings of an account: how they are declared, what they must look like, how they are read. */
final class AccountSettings {

    private static final String AUTO = "auto";

    /** Types of number (SMPP 3.4, 5.2.5). */
    private static final Map<String, Byte> TYPES = Map.of(
            "unknown", (byte) 0,
            "international", (byte) 1,
            "national", (byte) 2,
            "networkSpecific", (byte) 3,
            "subscriber", (byte) 4,
            "alphanumeric", (byte) 5,
            "abbreviated", (byte) 6);

    /** Numbering plans (SMPP 3.4, 5.2.6). */
    private static final Map<String, Byte> PLANS = Map.of(
            "unknown", (byte) 0,
            "isdn", (byte) 1,
            "data", (byte) 3,
            "telex", (byte) 4,
            "landMobile", (byte) 6,
            "national", (byte) 8,
            "private", (byte) 9,
            "ermes", (byte) 10,
            "internet", (byte) 14,
            "wap", (byte) 18);

    static final List<Setting> DECLARED = List.of(
            Setting.text("host", "Host").withHelp("The message center's name, such as smpp.example.com."),
            Setting.number("port", "Port", 2775).withHelp("Often 2775, and 3550 with tls."),
            Setting.choice("security", "Security", List.of("none", "tls"))
                    .withHelp("With none, password and messages travel in clear: use a tunnel, or tls."),
            Setting.text("trustedCertificate", "Trusted certificate (PEM)")
                    .optional()
                    .withHelp("Only where the message center's certificate is not from a public authority."),
            Setting.text("systemId", "System id"),
            Setting.secret("password", "Password").withHelp("At most 8 characters, as SMPP 3.4 has it."),
            Setting.text("systemType", "System type").optional().withHelp("Only where the provider asks for one."),
            Setting.choice("bindAs", "Bind as", List.of("transceiver", "transmitterAndReceiver")),
            Setting.number("binds", "Binds", 1)
                    .withHelp("Sessions at once, 1 to 10; of transmitters and receivers as many each."),
            Setting.number("window", "Window", 10)
                    .withHelp("How many messages may wait for their answer on each bind, 1 to 1000."),
            Setting.number("messagesPerSecond", "Messages per second", 0)
                    .withHelp("Of all binds together; each part of a long message counts; 0 for no limit."),
            Setting.text("sender", "Sender")
                    .optional()
                    .withHelp("Where a message names none: a number, a short code or up to 11 characters."),
            Setting.choice(
                            "senderTon",
                            "Sender's type of number",
                            List.of(
                                    AUTO,
                                    "unknown",
                                    "international",
                                    "national",
                                    "networkSpecific",
                                    "subscriber",
                                    "alphanumeric",
                                    "abbreviated"))
                    .withHelp("auto: by the kind of the sender."),
            Setting.choice(
                            "senderNpi",
                            "Sender's numbering plan",
                            List.of(
                                    AUTO,
                                    "unknown",
                                    "isdn",
                                    "data",
                                    "telex",
                                    "landMobile",
                                    "national",
                                    "private",
                                    "ermes",
                                    "internet",
                                    "wap"))
                    .withHelp("auto: by the kind of the sender."),
            Setting.text("serviceType", "Service type").optional().withHelp("Only where the provider asks for one."),
            Setting.choice("defaultAlphabet", "Default alphabet", List.of("gsm", "latin1", "ascii"))
                    .withHelp("What the message center understands by data_coding 0."),
            Setting.choice("longMessages", "Long messages", List.of("udh8", "udh16", "sar", "payload"))
                    .withHelp("How the parts of a long text are joined."),
            Setting.toggle("receipts", "Receipts", true).withHelp("Off only where the provider sends none."),
            Setting.choice("messageIds", "Message ids", List.of(AUTO, "same", "hexThenDecimal", "decimalThenHex"))
                    .withHelp("How receipts spell the id that the answer gave."),
            Setting.toggle("validity", "Validity period", true)
                    .withHelp("Off only where the provider refuses a relative validity period."),
            Setting.toggle("replies", "Replies", false)
                    .withHelp("On where recipients can answer the sender, and answers come over this account."),
            Setting.number("enquireLinkSeconds", "Enquire link after (seconds)", 30)
                    .withHelp("Of silence, 5 to 600."),
            Setting.number("connectTimeoutSeconds", "Connect time-out (seconds)", 5),
            Setting.number("bindTimeoutSeconds", "Bind time-out (seconds)", 10),
            Setting.number("responseTimeoutSeconds", "Response time-out (seconds)", 8)
                    .withHelp("For all parts of a message together; below the server's time limit of 10 s."),
            Setting.number("reconnectSeconds", "Reconnect at the latest after (seconds)", 60)
                    .withHelp("The pauses grow from 1 s to this, 1 to 600."));

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]{1,253}|\\[?[0-9A-Fa-f:.]{2,45}]?");

    private AccountSettings() {}

    /** Adds what the checks of single settings cannot find. */
    static void addFaultsBetween(Settings settings, List<SettingFault> faults) {
        var checks = new Checks(settings, faults);
        checks.check("host", HOST.asMatchPredicate(), "Host is no host name; enter one such as smpp.example.com.");
        checks.range("port", 1, 65_535, "Port");
        checks.check("systemId", ascii(15), "System id must have 1 to 15 characters of ASCII.");
        checks.check("password", ascii(8), "Password must have 1 to 8 characters of ASCII.");
        checks.check("systemType", ascii(12), "System type must have at most 12 characters of ASCII.");
        checks.check("serviceType", ascii(5), "Service type must have at most 5 characters of ASCII.");
        checks.check(
                "sender",
                sender -> Address.ofSender(sender).isPresent(),
                "Sender must be a number, such as +12125550123, a short code, or up to 11 characters of ASCII.");
        checks.check(
                "trustedCertificate",
                pem -> find(pem).isPresent(),
                "Trusted certificate cannot be read; enter it as PEM, from BEGIN CERTIFICATE to END CERTIFICATE.");
        checks.range("binds", 1, 10, "Binds");
        checks.range("window", 1, 1000, "Window");
        checks.range("messagesPerSecond", 0, 100_000, "Messages per second");
        checks.range("enquireLinkSeconds", 5, 600, "Enquire link after");
        checks.range("connectTimeoutSeconds", 1, 60, "Connect time-out");
        checks.range("bindTimeoutSeconds", 1, 60, "Bind time-out");
        checks.range("responseTimeoutSeconds", 1, 60, "Response time-out");
        checks.range("reconnectSeconds", 1, 600, "Reconnect at the latest after");
    }

    /** The faults found so far, and the settings to find more in. */
    private record Checks(Settings settings, List<SettingFault> faults) {

        void check(String name, Predicate<String> isRight, String fault) {
            var isKnown = faults.stream().anyMatch(known -> known.setting().equals(name));
            if (!isKnown && settings.find(name).filter(isRight.negate()).isPresent()) {
                faults.add(new SettingFault(name, fault));
            }
        }

        void range(String name, int least, int most, String label) {
            check(
                    name,
                    value -> Integer.parseInt(value) >= least && Integer.parseInt(value) <= most,
                    label + " must be " + least + " to " + most + ".");
        }
    }

    private static Predicate<String> ascii(int length) {
        return Pattern.compile("[ -~]{1," + length + "}").asMatchPredicate();
    }

    private static Optional<SSLSocketFactory> find(String pem) {
        try {
            return Optional.of(TrustedCertificates.read(pem));
        } catch (GeneralSecurityException unreadable) {
            return Optional.empty();
        }
    }

    static Account read(Settings settings) {
        var access = new Access(
                new Endpoint(settings.get("host"), settings.getInt("port", 0), encryption(settings)),
                new Credentials(
                        settings.get("systemId"),
                        settings.get("password"),
                        settings.find("systemType").orElse("")),
                new Timing(
                        seconds(settings, "connectTimeoutSeconds"),
                        seconds(settings, "bindTimeoutSeconds"),
                        seconds(settings, "responseTimeoutSeconds"),
                        seconds(settings, "enquireLinkSeconds"),
                        seconds(settings, "reconnectSeconds")));
        return new Account(
                access,
                layout(settings),
                settings.getInt("messagesPerSecond", 0),
                style(settings),
                new Abilities(settings.isOn("receipts"), settings.isOn("validity"), settings.isOn("replies")),
                settings.get("messageIds"));
    }

    private static Optional<SSLSocketFactory> encryption(Settings settings) {
        if (!settings.get("security").equals("tls")) {
            return Optional.empty();
        }
        return Optional.of(settings.find("trustedCertificate")
                .flatMap(AccountSettings::find)
                .orElseGet(() -> (SSLSocketFactory) SSLSocketFactory.getDefault()));
    }

    private static Layout layout(Settings settings) {
        var binds = settings.getInt("binds", 1);
        var window = settings.getInt("window", 1);
        return settings.get("bindAs").equals("transceiver")
                ? Layout.ofTransceivers(binds, window)
                : Layout.ofPairs(binds, window);
    }

    private static Style style(Settings settings) {
        var sender = new Sender(
                settings.find("sender").orElse(""),
                Optional.ofNullable(TYPES.get(settings.get("senderTon"))),
                Optional.ofNullable(PLANS.get(settings.get("senderNpi"))));
        return new Style(
                settings.find("serviceType").orElse(""),
                DefaultAlphabet.of(settings.get("defaultAlphabet")),
                Joining.of(settings.get("longMessages")),
                sender);
    }

    private static Duration seconds(Settings settings, String name) {
        return Duration.ofSeconds(settings.getInt(name, 0));
    }
}
