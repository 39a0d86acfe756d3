package org.bookbell.plugin.loading;

import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;

/**
 * Where a plugin comes from.
 *
 * @param jar its jar's file name; empty for a class that nobody packed
 * @param version what its jar's manifest says
 * @param spiVersion the version of the SPI that it was built against, as its jar's manifest says
 */
public record PluginSource(Origin origin, Optional<String> jar, Optional<String> version, Optional<String> spiVersion) {

    /** Who put it there. */
    public enum Origin {
        /** It is part of the server: a jar of its WAR or of the EAR's libraries. */
        SERVER,
        /** It was put into the plugins folder. */
        FOLDER
    }

    /** That of a class of the server, which was built with the server's own SPI. */
    public static PluginSource ofServer(Class<?> type) {
        return new PluginSource(
                Origin.SERVER,
                Optional.ofNullable(type.getProtectionDomain().getCodeSource()).flatMap(PluginSource::jarOf),
                Optional.ofNullable(type.getPackage().getImplementationVersion()),
                SpiVersion.ofServer().map(SpiVersion::toString));
    }

    public static PluginSource ofFolder(PluginJar jar) {
        return new PluginSource(Origin.FOLDER, Optional.of(jar.fileName()), jar.version(), jar.spiVersion());
    }

    /** That of a file that is no jar. */
    public static PluginSource ofFolder(Path file) {
        return new PluginSource(
                Origin.FOLDER, Optional.of(String.valueOf(file.getFileName())), Optional.empty(), Optional.empty());
    }

    private static Optional<String> jarOf(CodeSource source) {
        var path = source.getLocation() == null ? "" : source.getLocation().getPath();
        var name = path.replaceFirst("(!?/)+$", "").replaceFirst(".*/", "");
        return Optional.of(name).filter(text -> text.endsWith(".jar"));
    }
}
