package org.bookbell.export.archive;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.bookbell.access.Role;
import org.bookbell.access.member.AddedMember;
import org.bookbell.access.member.Members;
import org.bookbell.access.member.NewMember;
import org.bookbell.audit.Actor;
import org.bookbell.audit.Audit;
import org.bookbell.export.archive.file.ArchiveZip;
import org.bookbell.export.archive.file.KnownIds;
import org.bookbell.export.archive.file.LineReader;
import org.bookbell.export.archive.file.Manifest;
import org.bookbell.export.archive.file.Table;
import org.bookbell.export.archive.file.Tables;
import org.bookbell.export.imports.FaultList;
import org.bookbell.organization.Organizations;
import org.bookbell.problem.Faults;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.bookbell.storage.transaction.UseCase;

/**
 * Makes an organization of an archive that another server wrote: all of it, or nothing where anything is wrong with the
 * file. The ids stay, so that links between rows and exports do.
 *
 * <p>What was sent is history and is never sent again; what was due meanwhile is not sent either ({@link Landing}), since
 * the other server may have sent it; reminders that are due later stay planned, once. Agendas go on with the next that is
 * due.
 */
@UseCase
public class ArchiveImport {

    private final Organizations organizations;
    private final ArchivedRows rows;
    private final Promises promises;
    private final Members members;
    private final Audit audit;

    @Inject
    public ArchiveImport(
            Organizations organizations, ArchivedRows rows, Promises promises, Members members, Audit audit) {
        this.organizations = organizations;
        this.rows = rows;
        this.promises = promises;
        this.members = members;
        this.audit = audit;
    }

    /**
     * What was brought in.
     *
     * @param appointments how many
     * @param feeds how many, none of which anybody can open before it gets another secret
     * @param members who may sign in, with the first passwords of those who could not before
     */
    public record Imported(
            String slug, String name, long clients, long appointments, long feeds, List<AddedMember> members) {

        public Imported {
            members = List.copyOf(members);
        }
    }

    /** Brings {@code file} in; refuses what is wrong with it by file, line and column. */
    public Imported run(Actor actor, Path file) {
        var faults = new FaultList();
        try (var zip = ArchiveZip.open(file, faults)) {
            var manifest = zip.manifest();
            requireFree(manifest);
            var lines = new LineReader(zip, new KnownIds(), faults);
            rows.add(manifest.organizationId(), lines, faults);
            var found = readMembers(lines, faults);
            faults.throwIfAny();
            promises.keep(manifest.organizationId());
            var added = found.stream()
                    .map(member -> members.add(actor, manifest.organizationId(), member))
                    .toList();
            audit.record(
                    actor,
                    manifest.organizationId(),
                    "organization.imported",
                    "organization",
                    manifest.organizationId(),
                    "as of " + manifest.asOf());
            return new Imported(
                    manifest.slug(),
                    manifest.name(),
                    count(zip, Tables.CLIENTS),
                    count(zip, Tables.APPOINTMENTS),
                    count(zip, Tables.FEEDS),
                    added);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void requireFree(Manifest manifest) {
        if (organizations.findBySlug(manifest.slug()).isPresent()) {
            throw new ProblemException(
                    ProblemType.ALREADY_EXISTS,
                    "This server has an organization \"" + manifest.slug()
                            + "\" already; an archive makes a new one only. Nothing was imported.");
        }
    }

    private static List<NewMember> readMembers(LineReader lines, FaultList faults) throws IOException {
        var found = new ArrayList<NewMember>();
        lines.read(Tables.MEMBERS, line -> {
            var member = new NewMember(
                    line.text("email"),
                    line.text("name"),
                    Role.valueOf(line.text("member_role")),
                    line.value("staff_id") instanceof Long staff ? OptionalLong.of(staff) : OptionalLong.empty());
            var wrong = new Faults();
            member.check(wrong);
            wrong.list()
                    .forEach(fault -> faults.add(
                            Tables.MEMBERS.file(),
                            line.number(),
                            fault.pointer().substring(1),
                            fault.detail()));
            found.add(member);
        });
        return found;
    }

    private static long count(ArchiveZip zip, Table table) {
        return zip.find(table.file()).map(Manifest.Entry::rows).orElse(0L);
    }
}
