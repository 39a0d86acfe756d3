/**
 * What Clickatell calls the web hook for: {@link org.bookbell.clickatell.hook.HookCalls} reads reports and replies of all
 * its interfaces, which differ in names and codes.
 */
@NullMarked
package org.bookbell.clickatell.hook;

import org.jspecify.annotations.NullMarked;
