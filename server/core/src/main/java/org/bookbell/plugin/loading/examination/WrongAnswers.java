package org.bookbell.plugin.loading.examination;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.bookbell.plugin.loading.PluginFault;
import org.bookbell.plugin.loading.PluginRefused;
import org.bookbell.spi.Setting;
import org.jspecify.annotations.Nullable;

/** Collects what a plugin's answers about itself lack, so that its author hears of everything at once. */
final class WrongAnswers {

    static final String TELL_THE_AUTHOR =
            "Remove the jar or replace it by a version for this server, and tell its author.";

    private final String className;
    private final List<PluginFault> faults = new ArrayList<>();

    WrongAnswers(Object plugin) {
        this.className = plugin.getClass().getName();
    }

    String name(@Nullable String name, Pattern allowed) {
        var given = text("name", name, Integer.MAX_VALUE);
        if (!given.isEmpty() && !allowed.matcher(given).matches()) {
            add("gives itself the name \"" + given + "\", which does not match " + allowed + ".");
        }
        return given;
    }

    /** The answer; empty where it is wrong. */
    String text(String what, @Nullable String text, int longest) {
        if (text == null || text.isBlank() || text.length() > longest) {
            add("gives no " + what + (longest == Integer.MAX_VALUE ? "." : " of 1 to " + longest + " characters."));
            return "";
        }
        return text;
    }

    /** The first of {@code settings}, which may have no end. */
    List<Setting> settings(@Nullable List<Setting> settings, int most) {
        if (settings == null) {
            add("answers null when asked for its settings.");
            return List.of();
        }
        var first = new ArrayList<Setting>();
        var all = settings.iterator();
        while (first.size() <= most && all.hasNext()) {
            first.add(all.next());
        }
        if (first.size() > most) {
            add("declares more than " + most + " settings.");
        }
        if (first.stream().anyMatch(Objects::isNull)) {
            add("declares a setting that is null.");
        }
        var names = new HashSet<String>();
        first.stream()
                .filter(Objects::nonNull)
                .map(Setting::name)
                .filter(name -> !names.add(name))
                .distinct()
                .forEach(name -> add("declares the setting " + name + " twice."));
        return first.stream().filter(Objects::nonNull).toList();
    }

    void throwIfAny() throws PluginRefused {
        if (!faults.isEmpty()) {
            throw new PluginRefused(faults);
        }
    }

    private void add(String fault) {
        faults.add(new PluginFault("The class " + className + " " + fault, TELL_THE_AUTHOR));
    }
}
