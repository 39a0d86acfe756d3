package org.bookbell.web.archive;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bookbell.export.imports.CsvImport.Subject;
import org.bookbell.export.imports.ImportReport;
import org.bookbell.problem.Fault;
import org.bookbell.problem.ProblemException;

/**
 * What became of a file, and the form as it was filled in.
 *
 * @param said a sentence of success; empty for none
 * @param refusal why nothing was imported; empty if nothing was refused
 */
public record ImportShown(String said, String refusal, List<Line> faults, String subject, String columns) {

    static final ImportShown NOTHING = new ImportShown("", "", List.of(), "clients", "");

    public ImportShown {
        faults = List.copyOf(faults);
    }

    /** A fault with the line and the column where it stands. */
    public record Line(String line, String column, String detail) {

        static Line of(Fault fault) {
            var where = fault.pointer().split("/", -1);
            return new Line(where.length > 2 ? where[2] : "", where.length > 3 ? where[3] : "", fault.detail());
        }
    }

    static ImportShown of(ImportReport report, Optional<Subject> subject, Optional<String> columns) {
        var what = name(subject);
        var known = report.known() == 0 ? "" : ", " + report.known() + " known already";
        var leftOut = report.leftOut() == 0 ? "" : ", " + report.leftOut() + " cancelled or past and left out";
        var counts = report.created() + " new " + what + known + leftOut;
        return new ImportShown(
                report.dryRun()
                        ? "The file is in order: " + counts + ". Nothing was written; choose it again to import it."
                        : "Imported: " + counts + ".",
                "",
                List.of(),
                what,
                columns.orElse(""));
    }

    static ImportShown refused(ProblemException refusal, Optional<Subject> subject, Optional<String> columns) {
        return new ImportShown(
                "",
                refusal.detail(),
                refusal.faults().stream().map(Line::of).toList(),
                name(subject),
                columns.orElse(""));
    }

    private static String name(Optional<Subject> subject) {
        return subject.orElse(Subject.CLIENTS).name().toLowerCase(Locale.ROOT);
    }
}
