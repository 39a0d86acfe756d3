package org.bookbell.http.hook;

import jakarta.json.JsonValue;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bookbell.http.rule.Json;
import org.bookbell.spi.gateway.HookAnswer;
import org.bookbell.spi.gateway.HookRequest;
import org.bookbell.spi.gateway.HookResult;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.spi.gateway.Reply;

/**
 * Reads calls of one gateway's web hook. What is neither a receipt nor a reply is left out; the first such call is told in the
 * log, since it is often a setting that is wrong.
 */
public final class HookReader {

    private static final Logger LOG = System.getLogger(HookReader.class.getName());

    private final String gateway;
    private final HookRules rules;
    private final List<String> secrets;
    private final AtomicBoolean isTold = new AtomicBoolean();

    /**
     * A reader.
     *
     * @param gateway the account's name, for the log
     * @param secrets what is cut out of the words that are kept as evidence
     */
    public HookReader(String gateway, HookRules rules, List<String> secrets) {
        this.gateway = gateway;
        this.rules = rules;
        this.secrets = List.copyOf(secrets);
    }

    public HookResult read(HookRequest request) {
        if (rules.signature().filter(signature -> !signature.isRight(request)).isPresent()) {
            return HookResult.forged("The signature is missing or wrong.");
        }
        try {
            return read(items(request));
        } catch (IllegalArgumentException unreadable) {
            return HookResult.malformed("The call holds neither parameters nor JSON that can be read.");
        }
    }

    private HookResult read(List<CallItem> items) {
        var receipts = new ArrayList<Receipt>();
        var replies = new ArrayList<Reply>();
        for (var item : items) {
            var isReceipt = rules.receipt().filter(rule -> rule.isIn(item)).isPresent();
            if (isReceipt) {
                rules.receipt().flatMap(rule -> rule.read(item, evidence(item))).ifPresent(receipts::add);
            } else {
                rules.reply()
                        .filter(rule -> rule.isIn(item))
                        .flatMap(rule -> rule.read(item, evidence(item)))
                        .ifPresent(replies::add);
            }
        }
        var count = receipts.size() + replies.size();
        if (count > HookResult.MOST) {
            return HookResult.malformed("The call holds too many receipts and replies.");
        }
        tellIfNothing(count);
        return new HookResult.Understood(receipts, replies, answer());
    }

    private HookAnswer answer() {
        return rules.answer().isEmpty() ? HookAnswer.OK : HookAnswer.text(rules.answer());
    }

    private void tellIfNothing(int count) {
        if (count == 0 && !isTold.getAndSet(true)) {
            LOG.log(
                    Level.WARNING,
                    "Gateway {0} was called, and the call held no receipt and no reply by its settings; if there should"
                            + " have been one, correct where they stand and what their states mean. Further such calls"
                            + " are not told.",
                    gateway);
        }
    }

    /** What is not signed is not read: only the body where only that is. */
    private List<CallItem> items(HookRequest request) {
        var isQuerySigned = rules.signature().map(HookSignature::coversAddress).orElse(true);
        var parameters = new LinkedHashMap<String, List<String>>(request.formParameters());
        if (isQuerySigned) {
            request.queryParameters().forEach(parameters::putIfAbsent);
        }
        var json = json(request);
        if (json.isEmpty()) {
            return List.of(
                    new CallItem(parameters, json, request.body().length > 0 ? request.text() : request.query()));
        }
        return parts(json.get()).stream()
                .map(part -> new CallItem(Map.copyOf(parameters), Optional.of(part), Json.write(part)))
                .toList();
    }

    private List<JsonValue> parts(JsonValue root) {
        return rules.items().map(path -> path.in(root)).orElse(List.of(root));
    }

    private static Optional<JsonValue> json(HookRequest request) {
        var text = request.text().strip();
        var isMeant = request.header("Content-Type")
                .filter(type -> type.contains("json"))
                .isPresent();
        if (!isMeant && !text.startsWith("{") && !text.startsWith("[")) {
            return Optional.empty();
        }
        var json = Json.read(text);
        if (json.isEmpty()) {
            throw new IllegalArgumentException("no JSON");
        }
        return json;
    }

    private String evidence(CallItem item) {
        var raw = item.raw();
        for (var secret : secrets) {
            raw = raw.replace(secret, "…");
        }
        return raw;
    }
}
