/** The way in and out: the sign-in page, and the start page that leads each visitor to their own first page. */
@NullMarked
package org.bookbell.web.signin;

import org.jspecify.annotations.NullMarked;
