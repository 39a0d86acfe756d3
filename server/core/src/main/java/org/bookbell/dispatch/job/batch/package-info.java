/**
 * The jobs {@code reminders} and {@code agenda} as Jakarta Batch runs them: {@link org.bookbell.dispatch.job.batch.Jobs} starts
 * them, never twice at once, and shows their runs; readers and writers of their chunks read what is due and pass it on,
 * outside the chunk's transaction. Old executions are deleted. When they run is decided in {@code dispatch.job}.
 */
@NullMarked
package org.bookbell.dispatch.job.batch;

import org.jspecify.annotations.NullMarked;
