package org.bookbell.daysheet;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bookbell.spi.export.Export;
import org.bookbell.spi.export.ExportedAppointment;

/** Puts appointments, which come by start, in the order of paper: by day, then by staff member, then by start. */
final class Days {

    private final Export export;
    private final SectionWriter writer;

    Days(Export export, SectionWriter writer) {
        this.export = export;
        this.writer = writer;
    }

    /** Takes the appointments of one staff member on one day. */
    @FunctionalInterface
    interface SectionWriter {
        void write(LocalDate day, String staff, List<ExportedAppointment> appointments) throws IOException;
    }

    /** Holds the appointments of one day at a time. */
    void read(Stream<ExportedAppointment> appointments) throws IOException {
        var held = new ArrayList<ExportedAppointment>();
        for (var next = appointments.iterator(); next.hasNext(); ) {
            giveUpIfInterrupted();
            var appointment = next.next();
            if (!held.isEmpty() && !dayOf(held.get(0)).equals(dayOf(appointment))) {
                writeDay(held);
                held.clear();
            }
            held.add(appointment);
        }
        writeDay(held);
    }

    private void writeDay(List<ExportedAppointment> appointments) throws IOException {
        var byStaff = new TreeMap<String, List<ExportedAppointment>>(byName(export.locale()));
        for (var each : appointments) {
            byStaff.computeIfAbsent(each.staff(), staff -> new ArrayList<>()).add(each);
        }
        for (var each : byStaff.entrySet()) {
            giveUpIfInterrupted();
            writer.write(dayOf(appointments.get(0)), each.getKey(), each.getValue());
        }
    }

    private LocalDate dayOf(ExportedAppointment appointment) {
        return appointment.start().atZone(export.zone()).toLocalDate();
    }

    /** A collator takes some different names for equal. */
    private static Comparator<String> byName(Locale locale) {
        Comparator<Object> inTheLanguage = Collator.getInstance(locale);
        return Comparator.<String, Object>comparing(name -> name, inTheLanguage)
                .thenComparing(Comparator.naturalOrder());
    }

    private static void giveUpIfInterrupted() throws InterruptedIOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("export was given up");
        }
    }
}
