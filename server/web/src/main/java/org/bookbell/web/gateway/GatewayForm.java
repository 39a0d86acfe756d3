package org.bookbell.web.gateway;

import java.util.Comparator;
import java.util.List;
import org.bookbell.spi.Setting;
import org.bookbell.web.page.Filled;

/**
 * A gateway's form.
 *
 * @param path where it is sent
 * @param name of the gateway; empty for a new one
 * @param hookAddress what to give to the provider; empty where it calls no web hook
 */
record GatewayForm(
        GatewayPlace place,
        String path,
        String name,
        String kind,
        String provider,
        String label,
        List<Setting> settings,
        String hookAddress,
        Filled form) {

    /** Puts secrets last: a browser takes two of them with other fields between for two forms, and offers to fill them in. */
    GatewayForm {
        settings = settings.stream()
                .sorted(Comparator.comparing(Setting::isSecret))
                .toList();
    }
}
