/**
 * When messages are sent: on exactly one node, as a job that an operator can see.
 *
 * <p>{@link org.bookbell.dispatch.job.Tick} asks each second whether anything is due, on the node that holds the {@link
 * org.bookbell.dispatch.job.Lease}, and starts the Jakarta Batch job {@code reminders}, which drains until nothing is, and the job {@code agenda},
 * which plans agendas.
 * The job's own transactions hold nothing but its checkpoint. {@link org.bookbell.dispatch.job.batch.Jobs} shows its runs.
 */
@NullMarked
package org.bookbell.dispatch.job;

import org.jspecify.annotations.NullMarked;
