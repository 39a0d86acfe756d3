/**
 * The sample massage practice and the sample school: {@link org.bookbell.demo.DemoStart} fills an empty database through
 * the same use cases that people use, and afterwards lets a visitor book every ten seconds. Only with {@code
 * bookbell.demo}.
 */
@NullMarked
package org.bookbell.demo;

import org.jspecify.annotations.NullMarked;
