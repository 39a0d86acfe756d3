package org.bookbell.plugin.loading;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What became of one plugin, for the operator's page and the log.
 *
 * @param name the name it gives itself; its class, or its jar where no class could be read, if it gives none
 * @param label what a person calls it; its name if it says nothing
 * @param kind what it is for; empty where that could not be found out
 * @param fault what is wrong with one that is not used, in full sentences
 * @param cure what to do about it, in full sentences
 */
public record Plugin(
        String name,
        String label,
        Optional<PluginKind> kind,
        PluginSource source,
        State state,
        Optional<String> fault,
        Optional<String> cure) {

    /** What became of a plugin. */
    public enum State {
        LOADED,
        /** It cannot be used, or must not be. */
        REFUSED,
        /** It was loaded and does not answer as it must. */
        FAULTY,
        /** The server has this very class already; the jar's is not used. */
        SKIPPED
    }

    /** One that may be used. */
    public static Plugin loaded(String name, String label, PluginKind kind, PluginSource source) {
        return new Plugin(name, label, Optional.of(kind), source, State.LOADED, Optional.empty(), Optional.empty());
    }

    /** One that told no more than its name. */
    public static Plugin notUsed(String name, PluginSource source, State state, List<PluginFault> faults) {
        return new Plugin(name, name, Optional.empty(), source, State.LOADED, Optional.empty(), Optional.empty())
                .with(state, faults);
    }

    /** This plugin, refused. */
    public Plugin refused(String because, String remedy) {
        return with(State.REFUSED, List.of(new PluginFault(because, remedy)));
    }

    /** This plugin, which was loaded and fails. */
    public Plugin faulty(String because, String remedy) {
        return with(State.FAULTY, List.of(new PluginFault(because, remedy)));
    }

    private Plugin with(State newState, List<PluginFault> faults) {
        return new Plugin(
                name,
                label,
                kind,
                source,
                newState,
                Optional.of(faults.stream().map(PluginFault::fault).collect(Collectors.joining(" "))),
                Optional.of(faults.stream().map(PluginFault::cure).distinct().collect(Collectors.joining(" "))));
    }
}
