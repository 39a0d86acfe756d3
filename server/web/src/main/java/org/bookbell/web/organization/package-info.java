/** Organizations and their locations, as the API shows and changes them. */
@NullMarked
package org.bookbell.web.organization;

import org.jspecify.annotations.NullMarked;
