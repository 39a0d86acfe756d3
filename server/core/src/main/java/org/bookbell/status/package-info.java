/**
 * How the server does, for everybody: incidents, which open and close with what {@code dispatch} finds, figures of the last
 * day, and news for those concerned.
 */
@NullMarked
package org.bookbell.status;

import org.jspecify.annotations.NullMarked;
