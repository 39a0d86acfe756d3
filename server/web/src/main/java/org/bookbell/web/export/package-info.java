/** Appointments in the formats of the exporters. */
@NullMarked
package org.bookbell.web.export;

import org.jspecify.annotations.NullMarked;
