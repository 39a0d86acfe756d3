/**
 * The built product as a process: {@link BookbellServer} starts, stops and kills it, {@link Api} speaks to it over HTTP. Test classes
 * share one server for each kind of database; only those that stop or kill one start their own.
 */
@NullMarked
package org.bookbell.it.server;

import org.jspecify.annotations.NullMarked;
