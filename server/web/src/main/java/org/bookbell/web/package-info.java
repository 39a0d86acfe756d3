/** The one product: REST resources and pages by feature, and what they share. */
@NullMarked
package org.bookbell.web;

import org.jspecify.annotations.NullMarked;
