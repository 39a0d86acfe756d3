package org.bookbell.it.database;

/** A running database server. */
public sealed interface DatabaseServer permits H2Server, MariaDbServer, MySqlServer {

    /** A new, empty schema that nobody else uses. */
    Schema freshSchema();
}
