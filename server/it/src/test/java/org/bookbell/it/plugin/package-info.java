/** Plugins of the tests' own, packed as an author would and dropped into the plugins folder of the built server. */
@NullMarked
package org.bookbell.it.plugin;

import org.jspecify.annotations.NullMarked;
