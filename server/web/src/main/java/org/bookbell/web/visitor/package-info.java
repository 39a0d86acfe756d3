/**
 * What is asked of whoever books without an account, besides their details.
 *
 * <p>{@link org.bookbell.web.visitor.VisitorGate} knows who comes from where and asks the limits of {@code
 * org.bookbell.booking.limit}; {@link org.bookbell.web.visitor.HumanCheck} is the place for a CAPTCHA, and {@link
 * org.bookbell.web.visitor.SiteVerify} speaks the protocol that hCaptcha, Turnstile and reCAPTCHA share.
 */
@NullMarked
package org.bookbell.web.visitor;

import org.jspecify.annotations.NullMarked;
