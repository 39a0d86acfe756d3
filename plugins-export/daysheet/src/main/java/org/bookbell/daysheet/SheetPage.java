package org.bookbell.daysheet;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bookbell.spi.export.Export;
import org.bookbell.spi.export.ExportedAppointment;

/** A page of well-formed HTML: a table for each day and staff member, each beginning a new sheet of paper. */
final class SheetPage {

    private static final String COLUMNS = Stream.of("tick", "time", "client", "service", "note", "reminder")
            .map(column -> "<col class=\"" + column + "\"/>")
            .collect(Collectors.joining("", "<colgroup>", "</colgroup>\n"));

    private final Export export;
    private final Words words;

    SheetPage(Export export) {
        this.export = export;
        this.words = new Words(export);
    }

    /** Writes each day once the next one begins. */
    void write(Stream<ExportedAppointment> appointments, Writer page) throws IOException {
        page.write(head());
        var written = new int[1];
        new Days(export, (day, staff, rows) -> {
                    page.write(section(day, staff, rows));
                    written[0]++;
                })
                .read(appointments);
        if (written[0] == 0) {
            page.write(nothing());
        }
        page.write("</body>\n</html>\n");
    }

    private String head() {
        var style = new Style(export, words);
        return "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"" + words.language()
                + "\">\n<head>\n<meta charset=\"utf-8\"/>\n<meta http-equiv=\"Content-Security-Policy\" content=\""
                + Markup.text(style.policy())
                + "\"/>\n<meta name=\"viewport\" content=\"width=device-width\"/>\n<title>"
                + Markup.text(words.get("title", export.title())) + "</title>\n<style>" + style.text()
                + "</style>\n</head>\n<body>\n";
    }

    private String section(LocalDate day, String staff, List<ExportedAppointment> rows) {
        var body = new StringBuilder();
        var row = new SheetRow(words);
        rows.forEach(appointment -> body.append(row.of(appointment)));
        var facts = words.get("count", rows.size()) + " · "
                + words.get("asOf", words.moment(export.asOf())) + " · "
                + words.get("check", Hash.spoken(body.toString()));
        return "<table>\n" + COLUMNS + "<thead>\n<tr><th class=\"title\" colspan=\"6\">" + Markup.text(words.day(day))
                + " · "
                + Markup.text(staff) + "<br/><span class=\"facts\">" + Markup.text(facts) + "</span></th></tr>\n"
                + headings() + "</thead>\n<tbody>\n" + body + "</tbody>\n</table>\n";
    }

    private String headings() {
        return "<tr><th>" + heading("came") + "</th><th>" + heading("time")
                + "</th><th>" + heading("client") + "</th><th>" + heading("service")
                + "</th><th>" + heading("note") + "</th><th>" + heading("reminder")
                + "</th></tr>\n";
    }

    private String heading(String key) {
        return Markup.text(words.get(key));
    }

    private String nothing() {
        var first = export.from().atZone(export.zone()).toLocalDate();
        var last = export.to().minusNanos(1).atZone(export.zone()).toLocalDate();
        var days = first.equals(last) ? words.day(first) : words.day(first) + " – " + words.day(last);
        return "<h1>" + Markup.text(days) + "</h1>\n<p>" + Markup.text(words.get("nothing"))
                + "</p>\n<p class=\"facts\">"
                + Markup.text(export.title() + " · " + words.get("asOf", words.moment(export.asOf()))) + "</p>\n";
    }
}
