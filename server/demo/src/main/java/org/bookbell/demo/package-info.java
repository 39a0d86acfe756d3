/**
 * The sample massage practice and the sample school: {@link org.bookbell.demo.DemoStart} fills an empty database through
 * the same use cases that people use, or finds again what an earlier start has made, and lets a visitor book every ten
 * seconds. {@link org.bookbell.demo.SampleStage} sees that there is something to try at any hour. Only with {@code
 * bookbell.demo}.
 */
@NullMarked
package org.bookbell.demo;

import org.jspecify.annotations.NullMarked;
