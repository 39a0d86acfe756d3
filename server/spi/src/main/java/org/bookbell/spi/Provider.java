package org.bookbell.spi;

import java.util.ArrayList;
import java.util.List;

/**
 * A kind of gateway, as a plugin brings it: it declares what an operator must set and says what is wrong with it.
 *
 * <p><b>Life cycle.</b> The server makes one instance for as long as it runs, when the provider is first needed, by the
 * public constructor without parameters; nothing is injected. A bundled provider is a bean of the server and is therefore
 * {@code @ApplicationScoped}, which asks for a class and methods that are not final. It is never closed: what needs
 * closing belongs to a gateway. <b>Threads.</b> All methods may be called by several threads at once; they answer within
 * 2 s and open no connection. <b>Errors.</b> What a method throws is reported beside the plugin and does not stop the
 * server.
 */
public interface Provider {

    /** A stable name of 2 to 40 lower-case letters, digits and hyphens, unique among the providers of a channel. */
    String name();

    /** What a person calls this provider, in English, at most 60 characters. */
    String label();

    /**
     * The settings of one gateway of this provider, in the order of the form; empty where it has none. The same for as
     * long as the server runs. A later version of a plugin may add settings that are not required, and keeps the others,
     * since accounts store values by name.
     */
    List<Setting> settings();

    /**
     * All faults of {@code settings} at once, in the order of the form; empty if a gateway may be opened with them.
     *
     * <p>It gets the values as the operator gave them: absent ones are absent, and names that no setting declares may be
     * among them. It throws nothing, whatever the values are, and shows no secret.
     *
     * <p>The default runs the check of each declared setting. A provider whose settings depend on each other overrides
     * it and adds its own faults to the default's. It opens no connection.
     */
    default List<SettingFault> validate(Settings settings) {
        var faults = new ArrayList<SettingFault>();
        for (var setting : settings()) {
            setting.check(settings.find(setting.name()).orElse("")).ifPresent(faults::add);
        }
        return List.copyOf(faults);
    }
}
