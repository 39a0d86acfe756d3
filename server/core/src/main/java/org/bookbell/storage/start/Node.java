package org.bookbell.storage.start;

/**
 * This server process as the database knows it.
 *
 * @param number 0 to 1023, kept by a node of the same name over restarts; part of every id it makes
 * @param name unique among the nodes that run at once
 */
public record Node(int number, String name) {}
