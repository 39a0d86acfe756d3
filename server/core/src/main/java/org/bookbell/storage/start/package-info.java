/**
 * What happens to the database before anything else uses it: {@link org.bookbell.storage.start.StorageCheck} refuses one on
 * which promises would not hold, {@link org.bookbell.storage.start.Migrations} brings its tables up to date, the process
 * registers as a {@link org.bookbell.storage.start.Node}; then {@link org.bookbell.storage.start.ServerStarted} is fired. Beside
 * it stands what the application server lends: names and threads.
 */
@NullMarked
package org.bookbell.storage.start;

import org.jspecify.annotations.NullMarked;
