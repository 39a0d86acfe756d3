package org.bookbell.web.console;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.bookbell.access.member.AddedMember;
import org.bookbell.audit.Actor;
import org.bookbell.export.archive.ArchiveImport;
import org.bookbell.problem.Fault;
import org.bookbell.problem.ProblemException;
import org.bookbell.web.call.PublicUrl;

/** {@code organization import}: makes an organization of an archive and says who signs in with what. */
@Dependent
class ImportCommand {

    private final ArchiveImport archives;
    private final PublicUrl publicUrl;

    @Inject
    ImportCommand(ArchiveImport archives, PublicUrl publicUrl) {
        this.archives = archives;
        this.publicUrl = publicUrl;
    }

    /** Brings in the file that the only one of {@code values} names. */
    void run(List<String> values, ConsoleAnswer answer) {
        var file = Path.of(values.get(0));
        try {
            tell(archives.run(Actor.system(), file), answer);
        } catch (ProblemException refusal) {
            refusal.faults().forEach(fault -> tell(fault, answer));
            answer.fault(
                    refusal.detail(), "Use an archive as it was downloaded, on a server without the organization.");
        } catch (UncheckedIOException unreadable) {
            answer.fault(
                    "The file " + file + " cannot be read.",
                    "Give a file on the server's machine that the server's user may read.");
        }
    }

    /** The pointer is the file of the archive, its line, and the column. */
    private static void tell(Fault fault, ConsoleAnswer answer) {
        var where = fault.pointer().substring(1).split("/", 3);
        var line = where.length > 1 ? ", line " + where[1] : "";
        var column = where.length > 2 ? ", column " + where[2] : "";
        answer.fault(where[0] + line + column + ": " + fault.detail(), "Use the archive as it was downloaded.");
    }

    private void tell(ArchiveImport.Imported imported, ConsoleAnswer answer) {
        answer.say("The organization " + imported.name() + " is imported: " + imported.clients() + " clients, "
                + imported.appointments() + " appointments.");
        imported.members().forEach(member -> tell(member, answer));
        answer.say("  set it up at     " + publicUrl.of("/o/" + imported.slug() + "/setup"));
        answer.say("  clients book at  " + publicUrl.of("/b/" + imported.slug()));
        answer.say(
                "What was due before now is not sent; it is on the call list, since the other server may have sent it.");
        if (imported.feeds() > 0) {
            answer.say("The secrets of its feeds (" + imported.feeds()
                    + ") are new and nobody knows them: press New address at "
                    + publicUrl.of("/o/" + imported.slug() + "/account") + ", then subscribe again.");
        }
        answer.say("Gateways of its own are not in the archive: add them at "
                + publicUrl.of("/o/" + imported.slug() + "/setup/gateways") + ".");
        answer.say("Addresses of outside calendars are not in it either: enter them again at "
                + publicUrl.of("/o/" + imported.slug() + "/calendars") + ".");
    }

    private static void tell(AddedMember added, ConsoleAnswer answer) {
        answer.say("  " + added.member().email() + " "
                + added.firstPassword()
                        .map(password -> "signs in with the password " + password + " (shown this once)")
                        .orElse("signs in with the password used so far"));
    }
}
