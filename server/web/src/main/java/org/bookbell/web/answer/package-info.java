/**
 * What answers of the API have in common: one JSON configuration, instants with the offset of their zone, cursors of
 * lists, entity tags of what can be edited, downloads that look broken where they are, and the creation that happens once
 * however often it is asked for.
 */
@NullMarked
package org.bookbell.web.answer;

import org.jspecify.annotations.NullMarked;
