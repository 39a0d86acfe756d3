/**
 * Finding plugins in the plugins folder before the server has a configuration or a database.
 *
 * <p>{@link org.bookbell.plugin.loading.PluginExtension} runs while CDI starts: it gives each jar a class loader of its
 * own, finds the classes that implement an SPI type, tries each under a time limit and adds those that answer as
 * synthetic beans. Whatever a jar does, the server starts; what became of each is kept as a {@link
 * org.bookbell.plugin.loading.Plugin}. {@link org.bookbell.plugin.loading.examination.JarExamination} looks at more than that, for who
 * asks about one jar before it is installed. Uses the SPI only.
 */
@NullMarked
package org.bookbell.plugin.loading;

import org.jspecify.annotations.NullMarked;
