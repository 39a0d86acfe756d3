/**
 * Trying a plugin before it is trusted: {@link org.bookbell.plugin.loading.examination.PluginProbe} makes its class and asks it
 * what the server asks, under a time limit, and collects all that its answers lack; {@link
 * org.bookbell.plugin.loading.examination.JarExamination} looks at every class of a jar, for whoever asks before installing it.
 */
@NullMarked
package org.bookbell.plugin.loading.examination;

import org.jspecify.annotations.NullMarked;
