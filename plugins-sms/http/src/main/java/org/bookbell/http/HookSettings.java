package org.bookbell.http;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bookbell.http.answer.Meaning;
import org.bookbell.http.hook.Field;
import org.bookbell.http.hook.HookRules;
import org.bookbell.http.hook.HookSignature;
import org.bookbell.http.hook.ReceiptRule;
import org.bookbell.http.hook.ReplyRule;
import org.bookbell.http.rule.JsonPath;
import org.bookbell.http.rule.WordTable;
import org.bookbell.http.rule.WrongRule;
import org.bookbell.spi.Setting;
import org.bookbell.spi.gateway.HookAnswer;
import org.bookbell.spi.gateway.Receipt.State;
import org.bookbell.spi.gateway.RefusalReason;

/** The settings of the web hook: where receipts and replies stand in its calls, and what proves who calls. */
final class HookSettings {

    private static final String STATES =
            Arrays.stream(State.values()).map(Enum::name).collect(Collectors.joining(", "));
    private static final String REASONS =
            Arrays.stream(RefusalReason.values()).map(Enum::name).collect(Collectors.joining(", "));
    private static final String HMAC = "hmac";

    static final List<Setting> DECLARED = List.of(
            Fields.text(
                    "hookItems",
                    "Items of a call",
                    "Where several receipts or replies come in one call, such as $.results[*]; others then begin there."),
            Fields.text(
                    "receiptId",
                    "Receipt: message id",
                    "A parameter such as id, or a path such as $.id into the JSON of the call."),
            Fields.text("receiptAttempt", "Receipt: our id", "Where the {id} of the request comes back."),
            Fields.text("receiptState", "Receipt: state", "Where the state stands."),
            Fields.text(
                    "receiptStates",
                    "Receipt: meanings of states",
                    "Such as delivered=DELIVERED | failed, rejected=UNDELIVERED | sent=BUFFERED | unknown=UNKNOWN."),
            Fields.text("receiptCode", "Receipt: code", "Where the code stands that says why."),
            Fields.text(
                    "receiptCodes",
                    "Receipt: meanings of codes",
                    "Only of those that are sure, such as 50=INVALID_RECIPIENT | 80=RECIPIENT_UNREACHABLE."),
            Fields.text("receiptTime", "Receipt: time", "Where the moment stands; one without a zone is not used."),
            Fields.text("receiptNetwork", "Receipt: network", "Where the recipient's network stands."),
            Fields.text("replyFrom", "Reply: from", "Where the number of who answers stands."),
            Fields.text("replyText", "Reply: text", "Where the text stands."),
            Fields.text("replyTo", "Reply: to", "Where the sender stands that is answered."),
            Fields.text("replyId", "Reply: id", "Where the gateway's id of the answer stands."),
            Fields.text("replyTime", "Reply: time", "Where the moment stands."),
            Setting.toggle("takesReplies", "Takes replies", false)
                    .withHelp(
                            "Only if recipients can answer the sender, and the gateway brings the answers to the web hook."),
            Fields.text(
                    "hookAnswer", "Answer to calls", "What the gateway wants to hear, if anything; the status is 200."),
            Setting.choice("hookCheck", "Proof of calls", List.of("token", HMAC))
                    .withHelp("The token in the address of the web hook, or a signature in a header."),
            Fields.text("hookHeader", "Header of the signature", "For hmac, such as X-Signature."),
            Setting.choice("hookAlgorithm", "Algorithm of the signature", List.of("SHA256", "SHA512", "SHA1")),
            Setting.choice("hookEncoding", "Spelling of the signature", List.of("hex", "base64")),
            Setting.choice("hookSigned", "What is signed", List.of("body", "addressAndBody"))
                    .withHelp("The body, or the address as the gateway calls it, with its query, and then the body."),
            Fields.secret("hookSecret", "Secret of the signature", "For hmac."));

    private HookSettings() {}

    static HookRules read(Reading reading) {
        return new HookRules(
                signature(reading),
                reading.read("hookItems", HookSettings::items),
                receipt(reading),
                reply(reading),
                reading.read("hookAnswer", HookSettings::answer).orElse(""));
    }

    private static Optional<HookSignature> signature(Reading reading) {
        if (!reading.find("hookCheck").orElse("token").equals(HMAC)) {
            return Optional.empty();
        }
        reading.require("hookHeader", "enter the header that holds the signature.");
        reading.require("hookSecret", "enter the secret that calls are signed with.");
        var algorithm = "Hmac" + reading.find("hookAlgorithm").orElse("SHA256");
        var isHex = reading.find("hookEncoding").orElse("hex").equals("hex");
        var coversAddress = reading.find("hookSigned").orElse("body").equals("addressAndBody");
        return reading.find("hookSecret")
                .flatMap(secret -> reading.find("hookHeader")
                        .map(header -> new HookSignature(secret, header, algorithm, isHex, coversAddress)));
    }

    private static Optional<ReceiptRule> receipt(Reading reading) {
        var fields = List.of(
                "receiptId",
                "receiptAttempt",
                "receiptStates",
                "receiptCode",
                "receiptCodes",
                "receiptTime",
                "receiptNetwork");
        if (!reading.isSet("receiptState")) {
            if (fields.stream().anyMatch(reading::isSet)) {
                reading.fault("receiptState", "is missing; receipts need it, or leave all of them empty.");
            }
            return Optional.empty();
        }
        reading.require("receiptStates", "say what the states mean.");
        if (!reading.isSet("receiptId") && !reading.isSet("receiptAttempt")) {
            reading.fault("receiptId", "is missing; enter where the message's id stands, or where ours comes back.");
        }
        if (reading.isSet("receiptId") && !reading.isSet("receiptAttempt")) {
            reading.require("messageId", "receipts name it, and are about nothing without it.");
        }
        var identity = new ReceiptRule.Identity(
                reading.read("receiptId", Field::parse), reading.read("receiptAttempt", Field::parse));
        var states = reading.read("receiptStates", text -> WordTable.parse(text, HookSettings::state, STATES));
        var code = reading.read("receiptCode", Field::parse);
        var codes = reading.read("receiptCodes", text -> WordTable.parse(text, Meaning::findReason, REASONS));
        var details = new ReceiptRule.Details(
                reading.read("receiptTime", Field::parse), reading.read("receiptNetwork", Field::parse));
        return reading.read("receiptState", Field::parse)
                .map(state -> new ReceiptRule(
                        identity,
                        state,
                        states.orElseGet(WordTable::empty),
                        code,
                        codes.orElseGet(WordTable::empty),
                        details));
    }

    private static Optional<ReplyRule> reply(Reading reading) {
        var fields = List.of("replyFrom", "replyText", "replyTo", "replyId", "replyTime");
        if (fields.stream().noneMatch(reading::isSet) && !reading.isOn("takesReplies")) {
            return Optional.empty();
        }
        reading.require("replyFrom", "replies need it, or leave all of them empty.");
        reading.require("replyText", "replies need it, or leave all of them empty.");
        var to = reading.read("replyTo", Field::parse);
        var id = reading.read("replyId", Field::parse);
        var time = reading.read("replyTime", Field::parse);
        var text = reading.read("replyText", Field::parse);
        return reading.read("replyFrom", Field::parse)
                .flatMap(from -> text.map(words -> new ReplyRule(from, words, to, id, time)));
    }

    private static JsonPath items(String text) {
        if (!JsonPath.isPath(text)) {
            throw new WrongRule("is no path; write one such as $.results[*].");
        }
        return JsonPath.parse(text);
    }

    private static String answer(String text) {
        if (text.length() > HookAnswer.LONGEST) {
            throw new WrongRule("has more than " + HookAnswer.LONGEST + " characters.");
        }
        return text;
    }

    private static Optional<State> state(String word) {
        return Arrays.stream(State.values())
                .filter(state -> state.name().equals(word))
                .findFirst();
    }
}
