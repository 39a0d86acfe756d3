package org.bookbell.plugin.loading;

/**
 * Something that keeps a plugin from being used.
 *
 * @param fault what is wrong, a full sentence
 * @param cure what to do about it, a full sentence
 */
public record PluginFault(String fault, String cure) {}
