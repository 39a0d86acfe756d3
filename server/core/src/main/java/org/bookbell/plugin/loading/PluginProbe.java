package org.bookbell.plugin.loading;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.bookbell.spi.Provider;
import org.bookbell.spi.Setting;
import org.bookbell.spi.export.AppointmentExporter;

/** Tries a plugin's class: can it be made, and does it answer what the server asks each plugin? */
final class PluginProbe {

    private static final Pattern PROVIDER_NAME = Pattern.compile("[a-z0-9-]{2,40}");
    private static final Pattern EXPORTER_NAME = Pattern.compile("[a-z0-9]{2,20}");
    private static final int MOST_SETTINGS = 100;
    private static final String TELL_THE_AUTHOR =
            "Remove the jar or replace it by a version for this server, and tell its author.";

    private final TimeLimit timeLimit;

    PluginProbe(TimeLimit timeLimit) {
        this.timeLimit = timeLimit;
    }

    /** What a plugin said of itself. */
    record Answer(Object instance, PluginKind kind, String name, String label) {}

    Answer probe(ClassLoader loader, String className) throws PluginRefused {
        try {
            return timeLimit.call(loader, className, () -> ask(loader, className));
        } catch (TimeoutException e) {
            throw new PluginRefused(
                    "The class " + className + " did not answer within "
                            + timeLimit.limit().toMillis() / 1000.0 + " s.",
                    "Remove the jar and start the server again: a thread of it may still be running.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PluginRefused("The server was stopped while it tried the plugin.", "Start the server again.", e);
        } catch (ExecutionException e) {
            throw refusal(className, rootOf(e));
        }
    }

    /** What the plugin threw, without what reflection and threads wrapped around it. */
    private static Throwable rootOf(Throwable thrown) {
        var cause = thrown.getCause();
        boolean wrapped = thrown instanceof ExecutionException
                || thrown instanceof InvocationTargetException
                || thrown instanceof ExceptionInInitializerError;
        return wrapped && cause != null ? rootOf(cause) : thrown;
    }

    private static PluginRefused refusal(String className, Throwable cause) {
        if (cause instanceof PluginRefused refused) {
            return refused;
        }
        if (cause instanceof NoClassDefFoundError || cause instanceof ClassNotFoundException) {
            return new PluginRefused(
                    "The class " + className + " needs the class " + className(cause)
                            + ", which is neither in its jar nor in the server.",
                    "Use a jar that contains its libraries.",
                    cause);
        }
        return new PluginRefused(
                "The class " + className + " failed with "
                        + cause.getClass().getSimpleName()
                        + (cause.getMessage() == null ? "." : ": " + cause.getMessage() + "."),
                TELL_THE_AUTHOR,
                cause);
    }

    private static String className(Throwable missing) {
        return String.valueOf(missing.getMessage()).replace('/', '.');
    }

    private static Answer ask(ClassLoader loader, String className) throws Exception {
        var instance = make(Class.forName(className, true, loader));
        var kind = PluginKind.find(instance)
                .orElseThrow(() -> new PluginRefused(
                        "The class " + className + " implements another version of the SPI.",
                        "Use a jar that does not contain org.bookbell.spi itself."));
        return instance instanceof Provider provider
                ? askProvider(provider, kind)
                : askExporter((AppointmentExporter) instance);
    }

    private static Object make(Class<?> type) throws Exception {
        try {
            return type.getConstructor().newInstance();
        } catch (NoSuchMethodException e) {
            throw new PluginRefused(
                    "The class " + type.getName() + " has no public constructor without parameters.",
                    TELL_THE_AUTHOR,
                    e);
        }
    }

    private static Answer askProvider(Provider provider, PluginKind kind) throws PluginRefused {
        var name = checkName(provider, provider.name(), PROVIDER_NAME);
        var label = checkText(provider, "label", provider.label());
        checkSettings(provider, provider.settings());
        return new Answer(provider, kind, name, label);
    }

    private static Answer askExporter(AppointmentExporter exporter) throws PluginRefused {
        var name = checkName(exporter, exporter.name(), EXPORTER_NAME);
        var label = checkText(exporter, "label", exporter.label());
        checkText(exporter, "media type", exporter.mediaType());
        checkText(exporter, "file extension", exporter.fileExtension());
        return new Answer(exporter, PluginKind.EXPORT, name, label);
    }

    private static String checkName(Object plugin, String name, Pattern allowed) throws PluginRefused {
        var given = checkText(plugin, "name", name);
        if (!allowed.matcher(given).matches()) {
            throw wrongAnswer(plugin, "gives itself the name \"" + given + "\", which does not match " + allowed + ".");
        }
        return given;
    }

    private static String checkText(Object plugin, String what, String text) throws PluginRefused {
        return Optional.ofNullable(text)
                .filter(given -> !given.isBlank() && given.length() <= 200)
                .orElseThrow(() -> wrongAnswer(plugin, "gives no " + what + " of 1 to 200 characters."));
    }

    private static void checkSettings(Provider provider, List<Setting> settings) throws PluginRefused {
        if (settings == null) {
            throw wrongAnswer(provider, "answers null when asked for its settings.");
        }
        var names = new HashSet<String>();
        for (var setting : firstOf(settings)) {
            if (setting == null || !names.add(setting.name())) {
                throw wrongAnswer(provider, "declares a setting twice, or one that is null.");
            }
        }
        if (names.size() > MOST_SETTINGS) {
            throw wrongAnswer(provider, "declares more than " + MOST_SETTINGS + " settings.");
        }
    }

    private static List<Setting> firstOf(List<Setting> settings) {
        var first = new ArrayList<Setting>();
        var all = settings.iterator();
        while (first.size() <= MOST_SETTINGS && all.hasNext()) {
            first.add(all.next());
        }
        return first;
    }

    private static PluginRefused wrongAnswer(Object plugin, String fault) {
        return new PluginRefused("The class " + plugin.getClass().getName() + " " + fault, TELL_THE_AUTHOR);
    }
}
