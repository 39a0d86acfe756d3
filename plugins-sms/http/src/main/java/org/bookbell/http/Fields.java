package org.bookbell.http;

import java.util.List;
import org.bookbell.spi.Setting;
import org.bookbell.spi.Setting.Kind;

/** Settings that a preset may fill: none has a default, or the form would send it as the operator's own. */
final class Fields {

    private Fields() {}

    static Setting text(String name, String label, String help) {
        return Setting.text(name, label).optional().withHelp(help);
    }

    static Setting secret(String name, String label, String help) {
        return Setting.secret(name, label).optional().withHelp(help);
    }

    static Setting address(String name, String label, String help) {
        return Setting.address(name, label).optional().withHelp(help);
    }

    static Setting number(String name, String label, String help) {
        return new Setting(name, label, help, Kind.NUMBER, false, "", List.of());
    }

    /** A choice whose first one leaves it to the preset. */
    static Setting choice(String name, String label, List<String> choices, String help) {
        return Setting.choice(name, label, choices).withHelp(help);
    }
}
