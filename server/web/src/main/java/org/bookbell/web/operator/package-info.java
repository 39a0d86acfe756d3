/** What an operator of the server sees and changes: jobs, gateways, plugins and organizations; API and pages. */
@NullMarked
package org.bookbell.web.operator;

import org.jspecify.annotations.NullMarked;
