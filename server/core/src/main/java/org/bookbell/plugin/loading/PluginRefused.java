package org.bookbell.plugin.loading;

import java.util.List;

/** A plugin cannot be used; says all that is wrong and what to do. */
public final class PluginRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<PluginFault> faults;

    public PluginRefused(List<PluginFault> faults) {
        super(faults.size() + " faults");
        this.faults = List.copyOf(faults);
    }

    public PluginRefused(String fault, String cure, Throwable cause) {
        super(fault, cause);
        this.faults = List.of(new PluginFault(fault, cure));
    }

    public PluginRefused(String fault, String cure) {
        super(fault);
        this.faults = List.of(new PluginFault(fault, cure));
    }

    public List<PluginFault> faults() {
        return faults;
    }
}
