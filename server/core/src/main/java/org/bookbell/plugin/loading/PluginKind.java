package org.bookbell.plugin.loading;

import java.util.Arrays;
import java.util.Optional;
import org.bookbell.spi.export.AppointmentExporter;
import org.bookbell.spi.gateway.EmailProvider;
import org.bookbell.spi.gateway.SmsProvider;

/** What a plugin is for. The gateways of a provider have its kind. */
public enum PluginKind {
    SMS(SmsProvider.class),
    EMAIL(EmailProvider.class),
    EXPORT(AppointmentExporter.class);

    private final Class<?> type;

    PluginKind(Class<?> type) {
        this.type = type;
    }

    /** The SPI type that a plugin of this kind implements. */
    public Class<?> type() {
        return type;
    }

    /** Whether there are accounts of plugins of this kind. */
    public boolean hasGateways() {
        return this != EXPORT;
    }

    /** What {@code plugin} is for, if it is one. */
    public static Optional<PluginKind> find(Object plugin) {
        return Arrays.stream(values())
                .filter(kind -> kind.type.isInstance(plugin))
                .findFirst();
    }

    static boolean isType(String className) {
        return Arrays.stream(values()).anyMatch(kind -> kind.type.getName().equals(className));
    }
}
