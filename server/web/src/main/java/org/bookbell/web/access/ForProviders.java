package org.bookbell.web.access;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Providers of gateways, which prove themselves by a token in the address or a signature, so that the route itself asks
 * for it. Sessions and API tokens are not looked at: the header {@code Authorization} may be the provider's own.
 */
@Retention(RUNTIME)
@Target(METHOD)
public @interface ForProviders {}
