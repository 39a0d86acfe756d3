/**
 * The pages as people use them: {@link Chromium} drives the browser of the system, {@link Demonstration} is the one server with sample
 * data that all these tests share, {@link Visitor} is somebody in front of a window who notices what the browser complains about.
 */
@NullMarked
package org.bookbell.it.browser;

import org.jspecify.annotations.NullMarked;
