package org.bookbell.launcher;

/** Something that keeps the server from starting, and what to do about it; both are full sentences. */
record Fault(String what, String cure) {}
