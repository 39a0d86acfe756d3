/**
 * The two forms of {@code bookbell.jar}: packed, one file with all libraries inside, and installed, with the libraries
 * beside it, where Java can keep their classes ready for the next start.
 */
@NullMarked
package org.bookbell.launcher.installation;

import org.jspecify.annotations.NullMarked;
