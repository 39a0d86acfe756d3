/**
 * Refused requests: {@link org.bookbell.problem.ProblemException} says what was wrong, with the type of RFC 9457 and all
 * faults of the request at once. Used by every feature, uses none.
 */
@NullMarked
package org.bookbell.problem;

import org.jspecify.annotations.NullMarked;
