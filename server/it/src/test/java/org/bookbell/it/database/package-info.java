/**
 * The database servers that tests run against: {@link Vendor} names them, each {@link DatabaseServer} is started when it is first
 * asked for, serves the whole run of the module and gives each test class a fresh {@link Schema}. They listen on a free port of
 * 127.0.0.1, keep their files in a temporary directory and end with the JVM.
 */
@NullMarked
package org.bookbell.it.database;

import org.jspecify.annotations.NullMarked;
