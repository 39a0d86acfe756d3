/**
 * What a refused or failed request is told: a problem document (RFC 9457) for a program, a page for a person.
 * {@link org.bookbell.web.problem.ProblemMapper} is the one place where exceptions become answers.
 */
@NullMarked
package org.bookbell.web.problem;

import org.jspecify.annotations.NullMarked;
