package org.bookbell.storage.start;

import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.bookbell.storage.Dialect;
import org.bookbell.storage.JobsDatabase;
import org.bookbell.storage.Sql;

/** Gives each server process a number of its own. */
public final class NodeRegistration {

    private static final int NODES = 1024;

    private final JobsDatabase database;
    private final String now;

    public NodeRegistration(JobsDatabase database, Dialect dialect) {
        this.database = database;
        this.now = dialect.now();
    }

    /** Registers a node; one with the same name takes its predecessor's number over. */
    public Node register(String name) {
        return database.inTransaction(sql -> {
            var known = sql.find("SELECT id FROM node WHERE name = ? FOR UPDATE", row -> row.getInt("id"), name);
            var number = known.orElseGet(() -> takeFreeNumber(sql, name));
            sql.update(
                    "UPDATE node SET boot_id = ?, started_at = " + now + ", seen_at = " + now + " WHERE id = ?",
                    UUID.randomUUID().toString(),
                    number);
            return new Node(number, name);
        });
    }

    void renew(Node node) {
        database.withoutTransaction(
                sql -> sql.update("UPDATE node SET seen_at = " + now + " WHERE id = ?", node.number()));
    }

    private int takeFreeNumber(Sql sql, String name) {
        var taken = sql.list("SELECT id FROM node FOR UPDATE", row -> row.getInt("id"));
        IntPredicate isFree = number -> !taken.contains(number);
        var number = IntStream.range(0, NODES)
                .filter(isFree)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("all " + NODES
                        + " node numbers are taken; delete the rows of table node whose servers are gone"));
        sql.update(
                "INSERT INTO node (id, name, boot_id, started_at, seen_at) VALUES (?, ?, '', " + now + ", " + now + ")",
                number,
                name);
        return number;
    }
}
