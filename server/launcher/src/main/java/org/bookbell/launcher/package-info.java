/**
 * The command line of {@code bookbell.jar}: it resolves the settings, checks everything that can be wrong before the
 * server boots, says all faults at once, and then runs Payara Micro with the WAR in this same JVM. {@link Main} is the
 * entry; {@link Settings} is what all others read. It knows the product only through files, system properties and one
 * logger name, never through its classes.
 */
@NullMarked
package org.bookbell.launcher;

import org.jspecify.annotations.NullMarked;
