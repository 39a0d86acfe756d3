package org.bookbell.web.gateway;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bookbell.client.Channel;
import org.bookbell.dispatch.DispatchHealth;
import org.bookbell.dispatch.routing.FallBack;
import org.bookbell.plugin.gateway.GatewayView;
import org.bookbell.plugin.gateway.Gateways;
import org.bookbell.plugin.gateway.OpenGateways;
import org.bookbell.spi.gateway.CheckResult;
import org.bookbell.web.access.Visit;
import org.bookbell.web.gateway.OwnGatewaysView.ChannelLine;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.Kind;
import org.bookbell.web.page.Page;
import org.jspecify.annotations.Nullable;

/** The list of an organization's own gateways, and what is done where they cannot be used. */
@Dependent
class OwnGatewaysPage {

    private final Gateways gateways;
    private final OpenGateways open;
    private final DispatchHealth health;
    private final FallBack fallBack;
    private final GatewayForms forms;
    private final Visit visit;

    @Inject
    OwnGatewaysPage(
            Gateways gateways,
            OpenGateways open,
            DispatchHealth health,
            FallBack fallBack,
            GatewayForms forms,
            Visit visit) {
        this.gateways = gateways;
        this.open = open;
        this.health = health;
        this.fallBack = fallBack;
        this.forms = forms;
        this.visit = visit;
    }

    /** After what was done just {@code now}. */
    Page show(@Nullable String now) {
        var notice = now == null
                ? ""
                : switch (now) {
                    case "saved" -> "Saved.";
                    case "on" -> "The gateway is on.";
                    case "off" -> "The gateway is off.";
                    default -> "";
                };
        return page(notice, "");
    }

    /** Asks the provider whether it would accept messages now, and tells the answer. */
    Page check(GatewayView gateway) {
        var result = open.check(gateway.name());
        var told = "Gateway " + gateway.name() + ": " + result.detail();
        return result.outcome() == CheckResult.Outcome.FAILS ? page("", told) : page(told, "");
    }

    /** A channel whose box is not ticked uses the organization's own gateways only. */
    void decideFallBack(Input in) {
        var ownOnly = EnumSet.noneOf(Channel.class);
        for (var channel : Channel.values()) {
            if (in.find(field(channel), Kind.text(0, 10)).isEmpty()) {
                ownOnly.add(channel);
            }
        }
        in.orThrow();
        fallBack.useOwnOnly(visit.actor(), visit.organizationId(), ownOnly);
    }

    private Page page(String notice, String refusal) {
        var place = GatewayPlace.of(visit);
        var setup = "/o/" + visit.organization().slug() + "/setup";
        var own = gateways.list(visit.organizationId());
        var states = health.listGateways();
        var view = new OwnGatewaysView(
                setup,
                place.path(),
                setup + "/routes",
                notice,
                refusal,
                own.stream().map(each -> GatewayLine.of(each, states)).toList(),
                forms.providers(place),
                channels(own));
        return Page.of("gateway/own", "Gateways", view);
    }

    private List<ChannelLine> channels(List<GatewayView> own) {
        var ownOnly = fallBack.listOwnOnly(visit.organizationId());
        return Stream.of(Channel.SMS, Channel.EMAIL)
                .map(channel -> new ChannelLine(
                        field(channel),
                        channel == Channel.SMS ? "SMS" : "E-mail",
                        !ownOnly.contains(channel),
                        ownOnly.contains(channel) && hasNone(own, channel)
                                ? "None of yours is on: messages wait and end on the call list."
                                : ""))
                .toList();
    }

    private static boolean hasNone(List<GatewayView> own, Channel channel) {
        return own.stream()
                .noneMatch(each -> each.enabled() && each.kind().name().equals(channel.name()));
    }

    private static String field(Channel channel) {
        return channel.name().toLowerCase(Locale.ROOT);
    }
}
