package org.bookbell.plugin.console;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.bookbell.plugin.BundledPlugin;
import org.bookbell.plugin.loading.BundledClasses;

/**
 * Answers the launcher. The words are {@code list} or {@code check}, the plugins folder or the jar to check, and the jars
 * of the server; the answer has a line each, marked by its first character: {@code +} a line to show, {@code !} a fault,
 * {@code ?} the cure of the fault before it. It is made by the class loader that a server's plugins would have as parent.
 */
public final class PluginConsole implements Function<String[], String[]> {

    private final ClassLoader server = PluginConsole.class.getClassLoader();

    /** For the launcher, which knows its name only. */
    public PluginConsole() {}

    @Override
    public String[] apply(String[] words) {
        var subject = Path.of(words[1]);
        var libraries = Arrays.stream(words).skip(2).map(Path::of).toList();
        var answer = new Lines();
        switch (words[0]) {
            case "list" -> new PluginListing(server, bundled(libraries)).tell(subject, answer);
            case "check" -> new JarCheck(server, bundled(libraries)).tell(subject, answer);
            default -> answer.fault("The application does not know " + words[0] + ".", "Use one bookbell.jar.");
        }
        return answer.toText();
    }

    private List<BundledPlugin> bundled(List<Path> libraries) {
        return BundledClasses.find(libraries, server).stream()
                .map(type -> new BundledPlugin(type, () -> BundledClasses.make(type)))
                .toList();
    }
}
