package org.bookbell.it.plugin;

/** Left out of the jar. */
final class Nest {

    String name() {
        return "nest";
    }
}
