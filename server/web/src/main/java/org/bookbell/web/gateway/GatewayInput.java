package org.bookbell.web.gateway;

import static org.bookbell.web.input.Kind.choice;
import static org.bookbell.web.input.Kind.number;
import static org.bookbell.web.input.Kind.text;

import java.util.Map;
import org.bookbell.plugin.gateway.GatewayChange;
import org.bookbell.plugin.gateway.GatewayView;
import org.bookbell.plugin.gateway.NewGateway;
import org.bookbell.plugin.loading.PluginKind;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.Kind;

/** Reads gateways, from JSON with an object {@code settings}. */
final class GatewayInput {

    private static final int LAST = 9999;
    private static final int USUAL_POSITION = 10;

    private GatewayInput() {}

    static NewGateway read(Input in) {
        return new NewGateway(
                in.get("name", text(2, 40)),
                in.get("kind", choice(PluginKind.class)),
                in.get("provider", text(2, 40)),
                in.find("sender", text(1, 254)),
                in.findObject("settings").map(Input::allTexts).orElse(Map.of()),
                in.get("position", number(0, LAST), USUAL_POSITION));
    }

    static GatewayChange readChange(Input in, long version, GatewayView current) {
        return new GatewayChange(
                version,
                in.find("sender", text(1, 254)),
                in.findObject("settings").map(Input::allTexts).orElse(current.settings()),
                in.get("enabled", Kind.FLAG, current.enabled()),
                in.get("position", number(0, LAST), current.position()));
    }
}
