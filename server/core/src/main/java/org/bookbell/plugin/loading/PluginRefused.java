package org.bookbell.plugin.loading;

/** A plugin cannot be used; says why and what to do. */
final class PluginRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final String cure;

    PluginRefused(String fault, String cure, Throwable cause) {
        super(fault, cause);
        this.cure = cure;
    }

    PluginRefused(String fault, String cure) {
        super(fault);
        this.cure = cure;
    }

    String fault() {
        return String.valueOf(getMessage());
    }

    String cure() {
        return cure;
    }
}
