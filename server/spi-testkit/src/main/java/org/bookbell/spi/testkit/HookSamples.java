package org.bookbell.spi.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bookbell.spi.gateway.HookRequest;

/** Calls of a web hook that no provider makes. */
final class HookSamples {

    /** Stands in every sample, and in nothing that a gateway says of one. */
    static final String PERSONAL = "12125550123";

    private static final String TYPE = "Content-Type";

    private HookSamples() {}

    static Stream<HookRequest> any() {
        return Stream.of("GET", "POST")
                .flatMap(method -> Stream.of(
                                "",
                                "from=%2B" + PERSONAL + "&text=STOP&id=1&status=delivered",
                                "from=" + PERSONAL + "&%zz=%&&==&",
                                "{\"from\":\"+" + PERSONAL + "\",\"text\":",
                                "[[[[[" + PERSONAL,
                                "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;"
                                        + PERSONAL,
                                "\u0000\ud800" + PERSONAL,
                                "a".repeat(HookRequest.MOST_BYTES - 20) + PERSONAL)
                        .map(text -> call(method, text)));
    }

    /** A call with one more byte, or with one more parameter where it has no body. */
    static HookRequest changed(HookRequest call) {
        if (call.method().equals("GET")) {
            return new HookRequest(
                    call.method(),
                    call.path(),
                    call.query() + "&more=1",
                    call.headers(),
                    call.body(),
                    call.url() + "&more=1");
        }
        var longer = Arrays.copyOf(call.body(), call.body().length + 1);
        longer[longer.length - 1] = ' ';
        return new HookRequest(call.method(), call.path(), call.query(), call.headers(), longer, call.url());
    }

    /** A call without its headers but the type of its body, if it has others, and without each of its parameters. */
    static Stream<HookRequest> without(HookRequest call) {
        var type = Map.of(TYPE, call.headers().getOrDefault(TYPE, List.of()));
        var bare = new HookRequest(call.method(), call.path(), call.query(), type, call.body(), call.url());
        var hasOthers = call.headers().keySet().stream().anyMatch(name -> !name.equalsIgnoreCase(TYPE));
        return Stream.of(
                        hasOthers ? Stream.of(bare) : Stream.<HookRequest>empty(),
                        withoutEach(call.query()).map(query -> withQuery(call, query)),
                        call.formParameters().isEmpty()
                                ? Stream.<HookRequest>empty()
                                : withoutEach(call.text()).map(form -> withForm(call, form)))
                .flatMap(calls -> calls);
    }

    private static Stream<String> withoutEach(String parameters) {
        var all = List.of(parameters.split("&", -1));
        return IntStream.range(0, parameters.isEmpty() ? 0 : all.size())
                .mapToObj(left -> IntStream.range(0, all.size())
                        .filter(at -> at != left)
                        .mapToObj(all::get)
                        .collect(Collectors.joining("&")));
    }

    private static HookRequest withQuery(HookRequest call, String query) {
        var url = call.url().replaceFirst("\\?.*", query.isEmpty() ? "" : Matcher.quoteReplacement("?" + query));
        return new HookRequest(call.method(), call.path(), query, call.headers(), call.body(), url);
    }

    private static HookRequest withForm(HookRequest call, String form) {
        var body = form.getBytes(StandardCharsets.UTF_8);
        return new HookRequest(call.method(), call.path(), call.query(), call.headers(), body, call.url());
    }

    private static HookRequest call(String method, String text) {
        var isPost = method.equals("POST");
        var path = "/hooks/sms/contract/a-token-of-no-use";
        var query = isPost || text.length() > 4000 ? "" : text;
        return new HookRequest(
                method,
                path,
                query,
                Map.of(
                        TYPE,
                        List.of("application/x-www-form-urlencoded"),
                        "Authorization",
                        List.of("Bearer " + PERSONAL)),
                isPost ? text.getBytes(StandardCharsets.UTF_8) : new byte[0],
                GatewayContract.HOOK + (query.isEmpty() ? "" : "?" + query));
    }
}
