/** E-mail over real mail servers: Exim sends and bounces, GreenMail keeps the mailboxes. */
@NullMarked
package org.bookbell.it.mail;

import org.jspecify.annotations.NullMarked;
