/**
 * The ground under every feature: transactions of use cases, ids, time, plain SQL and the start of the database.
 *
 * <p>{@link org.bookbell.storage.transaction.UseCase} marks where a transaction begins. {@link org.bookbell.storage.Sql} speaks JDBC
 * within it, {@link org.bookbell.storage.JobsDatabase} outside. Uses no other package of the server.
 */
@NullMarked
package org.bookbell.storage;

import org.jspecify.annotations.NullMarked;
