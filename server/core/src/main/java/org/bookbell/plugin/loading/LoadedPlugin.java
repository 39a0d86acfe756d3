package org.bookbell.plugin.loading;

/**
 * A plugin that answered.
 *
 * @param plugin what it says of itself
 * @param instance its one instance
 */
public record LoadedPlugin(Plugin plugin, Object instance) {}
