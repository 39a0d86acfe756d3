package org.bookbell.export.agenda.pack;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bookbell.export.agenda.AgendaRound;
import org.bookbell.export.agenda.AgendaSettings;
import org.bookbell.export.agenda.AgendaTimes;
import org.bookbell.export.agenda.Agendas;
import org.bookbell.export.agenda.Period;
import org.bookbell.export.agenda.Whose;
import org.bookbell.message.PapersFailed;
import org.bookbell.spi.gateway.EmailSubmission.Attachment;
import org.bookbell.storage.JobsDatabase;
import org.bookbell.storage.Row;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps the day packs of all organizations in a folder of this node, where one is named: what their agendas about everybody
 * say, written at the times of their agendas, or at the usual times where they want none.
 */
@Dependent
public class DayPacks {

    private static final Logger LOG = System.getLogger(DayPacks.class.getName());
    private static final AgendaSettings USUAL = new AgendaSettings(
            Optional.of(AgendaSettings.USUAL_EVENING),
            Optional.of(AgendaSettings.USUAL_MORNING),
            AgendaSettings.USUAL_DAYS,
            true,
            List.of(),
            0);
    private static final String HOUSES = "SELECT o.id, o.slug, o.name, o.zone, o.locale, s.evening_minute,"
            + " s.morning_minute, s.days_ahead, s.to_staff, s.addresses, s.version FROM organization o"
            + " LEFT JOIN agenda_settings s ON s.organization_id = o.id ORDER BY o.id";

    private final JobsDatabase database;
    private final Packing packing;
    private final Event<PapersFailed> failed;
    private final Clock clock;
    private final Optional<DayPackFolder> folder;
    private final int keepDays;
    private boolean failing;

    @Inject
    public DayPacks(
            JobsDatabase database,
            Packing packing,
            Event<PapersFailed> failed,
            Clock clock,
            @ConfigProperty(name = "bookbell.daypack.dir") Optional<String> folder,
            @ConfigProperty(name = "bookbell.daypack.keepDays", defaultValue = "14") int keepDays) {
        this.database = database;
        this.packing = packing;
        this.failed = failed;
        this.clock = clock;
        this.folder = folder.filter(path -> !path.isBlank()).map(path -> new DayPackFolder(Path.of(path)));
        this.keepDays = keepDays;
    }

    private record House(long id, String slug, String name, ZoneId zone, Locale locale, AgendaSettings settings) {

        static House read(Row row) throws SQLException {
            boolean hasDecided = row.findText("addresses").isPresent();
            var settings = hasDecided ? Agendas.read(row) : USUAL;
            return new House(
                    row.getLong("id"),
                    row.getText("slug"),
                    row.getText("name"),
                    zone(row),
                    Locale.forLanguageTag(row.getText("locale")),
                    settings.isWanted() ? settings : USUAL);
        }

        /** One that this server does not know costs an organization its local times, not its paper. */
        private static ZoneId zone(Row row) throws SQLException {
            try {
                return ZoneId.of(row.getText("zone"));
            } catch (DateTimeException unknown) {
                return ZoneOffset.UTC;
            }
        }
    }

    boolean isWanted() {
        return folder.isPresent();
    }

    /** Writes what is due and not written, and answers how many packs; what fails is tried again at the next call. */
    int run() {
        return folder.map(this::run).orElse(0);
    }

    private int run(DayPackFolder to) {
        int written = 0;
        boolean fails = false;
        for (var house : database.withoutTransaction(sql -> sql.list(HOUSES, House::read))) {
            try {
                written += write(to, house) ? 1 : 0;
            } catch (IOException | RuntimeException failure) {
                tell(failure, fails);
                fails = true;
            }
        }
        if (fails) {
            failed.fire(new PapersFailed());
        }
        failing = fails;
        return written;
    }

    /** The first of those that fail for the same reason, until all are written again. */
    private void tell(Exception failure, boolean isToldInThisRun) {
        LOG.log(
                failing || isToldInThisRun ? Level.DEBUG : Level.ERROR,
                "A day pack cannot be written to bookbell.daypack.dir; it is tried again each minute.",
                failure);
    }

    private boolean write(DayPackFolder to, House house) throws IOException {
        var now = clock.instant();
        var due = new AgendaTimes(house.settings(), house.zone()).findDue(now);
        if (due.isEmpty()) {
            return false;
        }
        var round = due.get();
        var day = round.firstDay();
        var index = "agenda-" + day + ".txt";
        if (to.isWritten(house.slug(), day, index, round.window().dueAt())) {
            return false;
        }
        var pack = pack(house, round, now);
        // one that lacks a file is dated before it was due, so that it is made again
        var asOf = pack.isComplete() ? now : round.window().dueAt().minusSeconds(1);
        to.write(house.slug(), day, asOf, files(pack, index));
        to.removeBefore(house.slug(), now.atZone(house.zone()).toLocalDate().minusDays(keepDays));
        if (!pack.isComplete()) {
            throw new IOException("a file of the day pack could not be made");
        }
        return true;
    }

    private Pack pack(House house, AgendaRound round, Instant now) {
        var whose = new Whose(house.id(), house.name(), house.name(), Optional.empty(), house.locale());
        var period = new Period(round.firstDay(), house.settings().daysAhead(), house.zone());
        return packing.pack(whose, period, now);
    }

    /** The text last: where it is, the others are. */
    private static List<Attachment> files(Pack pack, String index) {
        var files = new ArrayList<>(pack.files());
        files.add(new Attachment(index, "text/plain; charset=utf-8", pack.text().getBytes(StandardCharsets.UTF_8)));
        return files;
    }
}
