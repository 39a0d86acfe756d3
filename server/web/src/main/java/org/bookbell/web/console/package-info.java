/**
 * What the person at the server's console may ask the running application for, over the launcher's command line:
 * {@link org.bookbell.web.console.ConsoleStart} registers {@link org.bookbell.web.console.ConsoleMXBean}, whose one
 * operation takes and gives texts, so that the launcher needs no class of the application. Who may call it may read the
 * data directory, so it is asked for no account. It may use every feature.
 */
@NullMarked
package org.bookbell.web.console;

import org.jspecify.annotations.NullMarked;
