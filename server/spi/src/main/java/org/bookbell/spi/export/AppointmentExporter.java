package org.bookbell.spi.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.bookbell.spi.Setting;
import org.bookbell.spi.SettingFault;
import org.bookbell.spi.Settings;

/**
 * Writes appointments in one format.
 *
 * <p><b>Life cycle.</b> One instance for as long as the server runs, made by the public constructor without parameters; a
 * bundled one is an {@code @ApplicationScoped} bean. <b>Threads.</b> {@code write} is called by several threads at once. <b>Errors.</b> An exception midway breaks the download visibly; nothing is retried.
 */
public interface AppointmentExporter {

    /** A stable name of 2 to 20 lower-case letters and digits, as it stands in addresses: {@code ical}, {@code csv}. */
    String name();

    /** What a person calls the format, in English. */
    String label();

    /** The media type of the download, with its charset where it is text. */
    String mediaType();

    /** The extension of the file, without a dot. */
    String fileExtension();

    /**
     * How many appointments one export may have; empty for any number. A format that must hold all of them before it can
     * write the first says how many it holds; the server then refuses larger exports, before they begin where it can. It
     * is the same whenever it is asked.
     */
    default OptionalInt mostAppointments() {
        return OptionalInt.empty();
    }

    /**
     * What whoever asks for an export may choose: each is a parameter of the download's address. None is required, none is
     * a secret, and none is named {@code from}, {@code to} or {@code staff}. The same whenever it is asked.
     */
    default List<Setting> options() {
        return List.of();
    }

    /** All that is wrong with {@code chosen}, before anything is written; the usual checks of the options unless overridden. */
    default List<SettingFault> validate(Settings chosen) {
        return options().stream()
                .flatMap(option -> option.check(chosen.find(option.name()).orElse("")).stream())
                .toList();
    }

    /**
     * This exporter with {@code chosen}, which {@link #validate} found right and has the defaults of what was not chosen;
     * for one export only. An exporter without options answers itself.
     */
    default AppointmentExporter with(Settings chosen) {
        return this;
    }

    /**
     * Writes {@code appointments}, ordered by start, to {@code out}.
     *
     * <p>It reads the stream once and keeps nothing of it, so that a million appointments need no more memory than one,
     * unless it has told {@linkplain #mostAppointments() how many} it holds; closes neither; and gives up with an {@link IOException} once its thread is interrupted.
     *
     * <p>The same export and appointments give the same bytes, so that a reader who asks again is told that nothing
     * changed; a format whose content depends on the hour takes it from {@link Export#asOf()}.
     *
     * @param export what is exported
     * @param appointments may be empty; may be iterated by one thread only
     * @param out buffered; flushed by the server
     * @throws IOException if {@code out} cannot be written or the thread is interrupted
     */
    void write(Export export, Stream<ExportedAppointment> appointments, OutputStream out) throws IOException;
}
