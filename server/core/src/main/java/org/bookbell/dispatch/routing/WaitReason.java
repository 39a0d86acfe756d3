package org.bookbell.dispatch.routing;

import org.bookbell.client.Channel;

/** Why a message waits for a gateway, in words; they are noted with it and tell later why it was never sent. */
public final class WaitReason {

    /** On the call list: the organization uses no gateways but its own, and these could not be used in time. */
    public static final String NO_OWN_GATEWAY = "NO_OWN_GATEWAY";

    private static final String NO_OTHERS = "; the server's are not used, as the organization decided";

    private WaitReason() {}

    public static String noneIsThere(Channel channel, boolean isOwnOnly) {
        return isOwnOnly
                ? "no " + words(channel) + " gateway of the organization's own is on" + NO_OTHERS
                : "no " + words(channel) + " gateway is configured";
    }

    public static String noneIsReady(Channel channel, boolean isOwnOnly) {
        return isOwnOnly
                ? "no " + words(channel) + " gateway of the organization's own is in order at the moment" + NO_OTHERS
                : "no " + words(channel) + " gateway is in order at the moment";
    }

    /** Whether {@code reason} is that an organization uses no gateways but its own. */
    public static boolean isForOwn(String reason) {
        return reason.endsWith(NO_OTHERS);
    }

    private static String words(Channel channel) {
        return channel == Channel.SMS ? "SMS" : "e-mail";
    }
}
