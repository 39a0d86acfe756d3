/**
 * What the launcher's commands about plugins ask while no server runs: {@link org.bookbell.plugin.console.PluginConsole}
 * takes and gives texts, so that the launcher needs no class of the application. It loads plugins as a server does, by
 * {@code org.bookbell.plugin.loading}, and uses neither a container nor a database.
 */
@NullMarked
package org.bookbell.plugin.console;

import org.jspecify.annotations.NullMarked;
