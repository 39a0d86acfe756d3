/** What the server is compared with: a small application on the same Payara Micro, with the same flags and database. */
@NullMarked
package org.bookbell.bench.control;

import org.jspecify.annotations.NullMarked;
