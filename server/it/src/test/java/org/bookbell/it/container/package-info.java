/** The core inside a real Jakarta EE container, deployed by Arquillian: what tests that are wired by hand cannot see. */
@NullMarked
package org.bookbell.it.container;

import org.jspecify.annotations.NullMarked;
