/** When an organization wants agendas, for programs and as a form. */
@NullMarked
package org.bookbell.web.agenda;

import org.jspecify.annotations.NullMarked;
