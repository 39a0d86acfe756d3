package org.bookbell.plugin.loading.examination;

import jakarta.inject.Inject;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bookbell.plugin.loading.PluginKind;
import org.bookbell.plugin.loading.PluginRefused;
import org.bookbell.spi.Provider;
import org.bookbell.spi.Setting;
import org.bookbell.spi.export.AppointmentExporter;

/** Tries a plugin's class: can it be made, and does it answer what the server asks each plugin? */
public final class PluginProbe {

    private static final Pattern PROVIDER_NAME = Pattern.compile("[a-z0-9-]{2,40}");
    private static final Pattern EXPORTER_NAME = Pattern.compile("[a-z0-9]{2,20}");
    private static final int MOST_SETTINGS = 100;
    private static final int LONGEST_LABEL = 200;
    private static final int LONGEST_TEXT = 200;
    private static final Duration LONGEST_PROBE = Duration.ofSeconds(5);

    private final TimeLimit timeLimit;

    public PluginProbe(TimeLimit timeLimit) {
        this.timeLimit = timeLimit;
    }

    public static PluginProbe usual() {
        return new PluginProbe(new TimeLimit(LONGEST_PROBE));
    }

    /** What a plugin said of itself. */
    public record Answer(Object instance, PluginKind kind, String name, String label, List<Setting> settings) {}

    public Answer probe(ClassLoader loader, String className) throws PluginRefused {
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
        if (cause instanceof UnsupportedClassVersionError) {
            return new PluginRefused(
                    "The class " + className + " is compiled for a newer Java than the one that runs the server, "
                            + Runtime.version().feature() + ".",
                    "Run the server with a newer Java, or use a version of the plugin for Java 17.",
                    cause);
        }
        if (cause instanceof IncompatibleClassChangeError || isOfSpi(cause)) {
            return new PluginRefused(
                    "The class " + className + " was built against another version of the SPI or of a library ("
                            + cause.getClass().getSimpleName() + ": " + cause.getMessage() + ").",
                    "Use a version of the plugin for this server's SPI, in whose jar its libraries fit together.",
                    cause);
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
                WrongAnswers.TELL_THE_AUTHOR,
                cause);
    }

    private static boolean isOfSpi(Throwable cause) {
        return cause instanceof NoClassDefFoundError && className(cause).startsWith("org.bookbell.spi.");
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
        if (asksForInjection(type)) {
            throw new PluginRefused(
                    "The class " + type.getName()
                            + " asks for something to be injected; nothing is injected into plugins.",
                    WrongAnswers.TELL_THE_AUTHOR);
        }
        try {
            return type.getConstructor().newInstance();
        } catch (NoSuchMethodException e) {
            throw new PluginRefused(
                    "The class " + type.getName() + " has no public constructor without parameters.",
                    WrongAnswers.TELL_THE_AUTHOR,
                    e);
        }
    }

    /** Whether it would have to do without what it counts on. */
    private static boolean asksForInjection(Class<?> type) {
        return Stream.<Class<?>>iterate(type, Objects::nonNull, Class::getSuperclass)
                .flatMap(each ->
                        Stream.of(each.getDeclaredFields(), each.getDeclaredConstructors(), each.getDeclaredMethods()))
                .flatMap(Stream::of)
                .anyMatch(member -> member.isAnnotationPresent(Inject.class));
    }

    private static Answer askProvider(Provider provider, PluginKind kind) throws PluginRefused {
        var wrong = new WrongAnswers(provider);
        var name = wrong.name(provider.name(), PROVIDER_NAME);
        var label = wrong.text("label", provider.label(), LONGEST_LABEL);
        var settings = wrong.settings(provider.settings(), MOST_SETTINGS);
        wrong.throwIfAny();
        return new Answer(provider, kind, name, label, settings);
    }

    private static Answer askExporter(AppointmentExporter exporter) throws PluginRefused {
        var wrong = new WrongAnswers(exporter);
        var name = wrong.name(exporter.name(), EXPORTER_NAME);
        var label = wrong.text("label", exporter.label(), LONGEST_LABEL);
        wrong.text("media type", exporter.mediaType(), LONGEST_TEXT);
        wrong.text("file extension", exporter.fileExtension(), LONGEST_TEXT);
        wrong.throwIfAny();
        return new Answer(exporter, PluginKind.EXPORT, name, label, List.of());
    }
}
