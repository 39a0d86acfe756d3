package org.bookbell.plugin.loading;

import java.util.Optional;

/**
 * What became of one plugin, for the operator's page and the log.
 *
 * @param name the name it gives itself; its class, or its jar where no class could be read, if it gives none
 * @param label what a person calls it; its name if it says nothing
 * @param kind what it is for; empty where that could not be found out
 * @param jar the jar's file name; empty for a plugin that comes with the server
 * @param version what its jar's manifest says
 * @param fault what is wrong with a refused one, a full sentence
 * @param cure what to do about it, a full sentence
 */
public record Plugin(
        String name,
        String label,
        Optional<PluginKind> kind,
        Optional<String> jar,
        Optional<String> version,
        State state,
        Optional<String> fault,
        Optional<String> cure) {

    /** What became of a plugin. */
    public enum State {
        LOADED,
        REFUSED,
        /** The server has this very class already; the jar's is not used. */
        SKIPPED
    }

    /** This plugin, refused. */
    public Plugin refused(String because, String remedy) {
        return new Plugin(name, label, kind, jar, version, State.REFUSED, Optional.of(because), Optional.of(remedy));
    }
}
