package org.bookbell.dispatch.job;

/** Something small that the holder of the lease does every few seconds: bounded, and harmless when it is repeated. */
@FunctionalInterface
public interface Chore {

    void run();
}
