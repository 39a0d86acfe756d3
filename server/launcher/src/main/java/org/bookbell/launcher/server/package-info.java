/**
 * Payara Micro in this process: {@link org.bookbell.launcher.server.Server} boots it with a configuration and a log made
 * from the settings, and remembers why a start went wrong. Uses the other packages, but no command.
 */
@NullMarked
package org.bookbell.launcher.server;

import org.jspecify.annotations.NullMarked;
