package org.bookbell.web.access;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** The whole world, unless the caller shows credentials that are wrong. */
@Retention(RUNTIME)
@Target(METHOD)
public @interface Everybody {}
