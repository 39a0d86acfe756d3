/**
 * How a page is made: an endpoint answers a {@link org.bookbell.web.page.Page}, a template's name and its view, and
 * {@link org.bookbell.web.page.PageWriter} writes it inside the layout.
 *
 * <p>Templates lie under {@code src/main/jte} in the folder of the package whose views they show. Scripts and styles are
 * files of this server only, under a path that changes with their content.
 */
@NullMarked
package org.bookbell.web.page;

import org.jspecify.annotations.NullMarked;
