package org.bookbell.message;

/** Day packs could not be written to their folder on a node; fired again at each try that fails. */
public record PapersFailed() {}
