/** What will be sent to whom in the next seven days, and what will not, for an organization's members. */
@NullMarked
package org.bookbell.web.forecast;

import org.jspecify.annotations.NullMarked;
