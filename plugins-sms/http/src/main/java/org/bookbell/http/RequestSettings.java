package org.bookbell.http;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bookbell.http.request.AddressTemplate;
import org.bookbell.http.request.Authentication;
import org.bookbell.http.request.BodyTemplate;
import org.bookbell.http.request.FormTemplate;
import org.bookbell.http.request.HeaderTemplate;
import org.bookbell.http.request.JsonTemplate;
import org.bookbell.http.request.RequestTemplate;
import org.bookbell.http.request.XmlTemplate;
import org.bookbell.http.rule.Placeholder;
import org.bookbell.http.rule.WrongRule;
import org.bookbell.spi.Setting;

/** The settings of the request: how they are declared, what they demand of each other, how they are read. */
final class RequestSettings {

    private static final Set<Placeholder> OF_ACCOUNT = EnumSet.of(Placeholder.USERNAME, Placeholder.SECRET);

    static final List<Setting> DECLARED = List.of(
            Setting.choice(Presets.SETTING, "Preset", Presets.NAMES)
                    .withHelp("Fills what you leave empty below as that provider needs it."),
            Fields.address(
                    "address",
                    "Address",
                    "Where messages are submitted; may hold placeholders such as {username} behind the host."),
            Fields.choice(
                    "method",
                    "Method",
                    List.of(Presets.USUAL, "POST", "GET", "PUT"),
                    "POST unless a preset says more."),
            Fields.choice(
                    "bodyFormat",
                    "Format of the body",
                    List.of(Presets.USUAL, "form", "json", "xml", "query"),
                    "form unless a preset says more; query puts it behind the question mark of the address."),
            Fields.text(
                    "body",
                    "Body",
                    "Such as to={to}&text={text} for a form, or {\"to\": \"{to}\", \"text\": \"{text}\"} for json."),
            Fields.text("headers", "Headers", "Name: value, with | between them; may hold placeholders."),
            Fields.choice(
                    "authentication",
                    "Authentication",
                    List.of(Presets.USUAL, "none", "basic", "bearer", "header"),
                    "none unless a preset says more; basic takes user name and secret, bearer the secret."),
            Fields.text(
                    "secretHeader",
                    "Header of the secret",
                    "For header, such as X-Api-Key: {secret} or Authorization: Key {secret}."),
            Fields.text("username", "User name", "Also stands for {username}."),
            Fields.secret("secret", "Secret", "Password, token or key; also stands for {secret}."),
            Fields.text(
                    "accountSender", "Sender of the account", "Stands for {from} where a message brings no sender."),
            Fields.text(
                    "unicodeWords",
                    "Words for {unicode}",
                    "For a text in the GSM alphabet and for another, such as text,unicode; false,true if empty."),
            Fields.number(
                    "validityAtMostSeconds",
                    "Validity at most (seconds)",
                    "The longest that the gateway takes; longer ones are told as this."),
            Setting.toggle("knowsRepeats", "Knows repeats", false)
                    .withHelp(
                            "Only if the gateway surely sends a message once that is submitted twice with the same {id}."),
            Fields.address(
                    "checkAddress",
                    "Address of the check",
                    "Asked by GET with the same authentication, to see whether the account works; sends nothing."));

    private RequestSettings() {}

    /** The request that submits a message. */
    static Optional<RequestTemplate> read(Reading reading) {
        reading.require("address", "enter where messages are submitted, or choose a preset.");
        var method = reading.find("method").orElse("POST");
        var isGet = method.equals("GET");
        var format = reading.find("bodyFormat").orElse(isGet ? "query" : "form");
        if (isGet && !format.equals("query")) {
            reading.fault("bodyFormat", "is " + format + ", but GET has no body; choose query, or the method POST.");
        }
        var isQuery = isGet || format.equals("query");
        var query = isQuery ? reading.read("body", FormTemplate::parse) : Optional.<FormTemplate>empty();
        var body = isQuery ? Optional.<BodyTemplate>empty() : reading.read("body", text -> body(format, text));
        var address = reading.read("address", text -> AddressTemplate.parse(text, EnumSet.allOf(Placeholder.class)));
        var headers = headers(reading);
        var request = address.map(found -> new RequestTemplate(method, found, query, headers, body));
        request.ifPresent(found -> requireNeeded(reading, found));
        return request;
    }

    /** The request that asks whether the account works. */
    static Optional<RequestTemplate> readCheck(Reading reading) {
        return reading.read("checkAddress", text -> AddressTemplate.parse(text, OF_ACCOUNT))
                .map(address ->
                        new RequestTemplate("GET", address, Optional.empty(), headers(reading), Optional.empty()))
                .filter(request -> isOfAccount(reading, request));
    }

    private static boolean isOfAccount(Reading reading, RequestTemplate check) {
        var isOfAccount = OF_ACCOUNT.containsAll(check.placeholders());
        if (!isOfAccount) {
            reading.fault(
                    "checkAddress", "cannot be asked, since headers hold placeholders of a message; leave it empty.");
        }
        return isOfAccount;
    }

    private static BodyTemplate body(String format, String text) {
        return switch (format) {
            case "json" -> JsonTemplate.parse(text);
            case "xml" -> XmlTemplate.parse(text);
            default -> FormTemplate.parse(text);
        };
    }

    private static List<HeaderTemplate> headers(Reading reading) {
        var headers = new ArrayList<>(
                reading.read("headers", HeaderTemplate::parseAll).orElse(List.of()));
        authentication(reading).ifPresent(headers::add);
        return headers;
    }

    private static Optional<HeaderTemplate> authentication(Reading reading) {
        return switch (reading.find("authentication").orElse("none")) {
            case "basic" -> basic(reading);
            case "bearer" -> {
                reading.require("secret", "enter the token, or choose another authentication.");
                yield Optional.of(Authentication.bearer());
            }
            case "header" -> {
                reading.require("secretHeader", "enter a header such as X-Api-Key: {secret}.");
                yield reading.read("secretHeader", RequestSettings::secretHeader);
            }
            default -> Optional.empty();
        };
    }

    private static Optional<HeaderTemplate> basic(Reading reading) {
        reading.require("username", "enter it, or choose another authentication.");
        reading.require("secret", "enter the password, or choose another authentication.");
        var username = reading.read("username", text -> {
            if (text.contains(":")) {
                throw new WrongRule("holds a colon, which basic authentication cannot carry.");
            }
            return text;
        });
        return username.flatMap(name -> reading.find("secret").map(secret -> Authentication.basic(name, secret)));
    }

    private static HeaderTemplate secretHeader(String line) {
        var header = HeaderTemplate.parse(line);
        if (!header.placeholders().contains(Placeholder.SECRET)) {
            throw new WrongRule("does not hold {secret}; write a header such as X-Api-Key: {secret}.");
        }
        return header;
    }

    private static void requireNeeded(Reading reading, RequestTemplate request) {
        var held = request.placeholders();
        var hasRecipient = held.contains(Placeholder.TO) || held.contains(Placeholder.TO_DIGITS);
        if (!hasRecipient || !held.contains(Placeholder.TEXT)) {
            reading.fault("body", "and address hold no {to} or {toDigits}, or no {text}; the gateway needs both.");
        }
        if (held.contains(Placeholder.USERNAME)) {
            reading.require("username", "{username} stands for it.");
        }
        if (held.contains(Placeholder.SECRET)) {
            reading.require("secret", "{secret} stands for it.");
        }
        if (reading.isOn("knowsRepeats") && !held.contains(Placeholder.ID)) {
            reading.fault("knowsRepeats", "is on, but the request holds no {id} by which a repeat could be known.");
        }
    }
}
