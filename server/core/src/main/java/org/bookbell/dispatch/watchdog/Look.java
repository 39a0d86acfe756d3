package org.bookbell.dispatch.watchdog;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bookbell.dispatch.DispatchHealth;
import org.bookbell.dispatch.GatewayHealth;
import org.bookbell.dispatch.claim.LeaseTime;
import org.bookbell.dispatch.job.LastTick;
import org.bookbell.dispatch.watchdog.Trouble.Kind;
import org.bookbell.plugin.loading.PluginKind;
import org.bookbell.storage.JobsDatabase;
import org.bookbell.storage.SqlException;
import org.bookbell.storage.start.Node;

/** One look at everything that sending needs: the database, this node's tick, what the ledger says, and the gateways. */
@Dependent
class Look {

    /** The tick comes each second; what it does may take some. */
    static final Duration LONGEST_SILENCE = Duration.ofMinutes(1);
    /** How long what could not be read is told. */
    static final Duration NOTED = Duration.ofMinutes(10);

    private final JobsDatabase database;
    private final LedgerLook ledger;
    private final AlarmBook book;
    private final DispatchHealth health;
    private final LeaseTime lease;
    private final LastTick tick;
    private final Node node;

    @Inject
    Look(
            JobsDatabase database,
            LedgerLook ledger,
            AlarmBook book,
            DispatchHealth health,
            LeaseTime lease,
            LastTick tick,
            Node node) {
        this.database = database;
        this.ledger = ledger;
        this.book = book;
        this.health = health;
        this.lease = lease;
        this.tick = tick;
        this.node = node;
    }

    /** What is wrong now. */
    List<Trouble> take() {
        try {
            if (!isWritable()) {
                return List.of(new Trouble(
                        Kind.READ_ONLY,
                        "The database answers and takes no changes; nothing can be booked or sent. See whether it was"
                                + " set to read-only, or its disk is full."));
            }
            var troubles = new ArrayList<>(ledger.take());
            scheduler().ifPresent(troubles::add);
            email().ifPresent(troubles::add);
            unreadable().ifPresent(troubles::add);
            dayPacks().ifPresent(troubles::add);
            return List.copyOf(troubles);
        } catch (SqlException unreachable) {
            return List.of(new Trouble(
                    Kind.DATABASE,
                    "The database does not answer; nothing can be booked or sent. See whether it runs."));
        }
    }

    /** Writes what no reading shows: a database may answer every question and take no change. */
    private boolean isWritable() {
        database.withoutTransaction(sql -> sql.count("SELECT COUNT(*) FROM node WHERE id = ?", node.number()));
        try {
            database.withoutTransaction(
                    sql -> sql.update("UPDATE node SET seen_at = " + lease.now() + " WHERE id = ?", node.number()));
            return true;
        } catch (SqlException refused) {
            return false;
        }
    }

    private Optional<Trouble> scheduler() {
        var silence = tick.silence();
        return silence.compareTo(LONGEST_SILENCE) <= 0
                ? Optional.empty()
                : Optional.of(new Trouble(
                        Kind.SCHEDULER,
                        "What sends messages on the server " + node.name() + " has not come round for "
                                + silence.toSeconds() + " seconds. See its log; a restart helps where it hangs."));
    }

    private Optional<Trouble> email() {
        var gateways = health.listServersGateways().stream()
                .filter(each -> each.kind() == PluginKind.EMAIL)
                .toList();
        boolean anyWorks = gateways.stream().anyMatch(each -> each.state() == GatewayHealth.State.READY);
        return gateways.isEmpty() || anyWorks
                ? Optional.empty()
                : Optional.of(new Trouble(
                        Kind.EMAIL,
                        "No e-mail gateway can be used, so nobody is told of anything by e-mail: "
                                + gateways.get(0).fault().orElse("see /operator.")));
    }

    private Optional<Trouble> unreadable() {
        return book.isNoted(Kind.UNREADABLE, NOTED)
                ? Optional.of(new Trouble(
                        Kind.UNREADABLE,
                        "Messages could not be read or written, and were set aside: their clients are on the call lists."
                                + " The others go out. The server's log names them."))
                : Optional.empty();
    }

    private Optional<Trouble> dayPacks() {
        return book.isNoted(Kind.DAY_PACK, NOTED)
                ? Optional.of(new Trouble(
                        Kind.DAY_PACK,
                        "Day packs cannot be written to the folder that bookbell.daypack.dir names; it is tried again"
                                + " each minute. See whether its disk is full and the server may write there; the log"
                                + " says why."))
                : Optional.empty();
    }
}
