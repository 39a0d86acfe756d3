/**
 * The database that the settings name: {@link org.bookbell.launcher.database.Database} knows its driver and its address
 * for each pool, and {@link org.bookbell.launcher.database.DatabaseCheck} says what is wrong with it before a server
 * boots. Uses settings and console.
 */
@NullMarked
package org.bookbell.launcher.database;

import org.jspecify.annotations.NullMarked;
