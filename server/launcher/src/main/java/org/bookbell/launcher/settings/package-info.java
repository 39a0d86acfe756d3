/**
 * The settings of a call: {@link org.bookbell.launcher.settings.SettingsReader} resolves what was given on the command
 * line, as properties, in the environment and in the file, {@link org.bookbell.launcher.settings.Defaults} completes it,
 * and {@link org.bookbell.launcher.settings.Settings} is what all others read. Whatever is wrong is collected, never
 * thrown one by one. Uses the console alone.
 */
@NullMarked
package org.bookbell.launcher.settings;

import org.jspecify.annotations.NullMarked;
