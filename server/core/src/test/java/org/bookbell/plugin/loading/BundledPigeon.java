package org.bookbell.plugin.loading;

/** Stands for a class that comes with the server. */
final class BundledPigeon {

    private BundledPigeon() {}
}
