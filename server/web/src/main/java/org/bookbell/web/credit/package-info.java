/** Credit for text messages: what members read and decide, and what the operator sets. */
@NullMarked
package org.bookbell.web.credit;

import org.jspecify.annotations.NullMarked;
