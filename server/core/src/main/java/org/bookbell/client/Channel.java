package org.bookbell.client;

/** The way a message travels. */
public enum Channel {
    SMS,
    EMAIL
}
