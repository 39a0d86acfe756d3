package org.bookbell.web.access;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Every member and API token. */
@Retention(RUNTIME)
@Target(METHOD)
public @interface SignedIn {}
