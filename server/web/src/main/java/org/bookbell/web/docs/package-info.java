/** The pages behind the addresses of problem types. */
@NullMarked
package org.bookbell.web.docs;

import org.jspecify.annotations.NullMarked;
