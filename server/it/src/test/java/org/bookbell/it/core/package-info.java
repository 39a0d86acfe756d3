/**
 * The core's own tests of what it asks of a database, run again on MariaDB and MySQL. A new one is added to the list in both
 * suites.
 */
@NullMarked
package org.bookbell.it.core;

import org.jspecify.annotations.NullMarked;
