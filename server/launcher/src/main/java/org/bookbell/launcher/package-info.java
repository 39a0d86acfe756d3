/**
 * The command line of {@code bookbell.jar}: {@link Main} is the entry, {@link Command} names what it can do, and each
 * command is a class. A start checks everything that can be wrong before the server boots, says all faults at once, and
 * then runs Payara Micro with the WAR in this same JVM. The launcher knows the product only through files, system
 * properties and one logger name, never through its classes.
 */
@NullMarked
package org.bookbell.launcher;

import org.jspecify.annotations.NullMarked;
