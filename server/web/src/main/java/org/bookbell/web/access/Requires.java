package org.bookbell.web.access;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.bookbell.access.Permission;

/** Whoever has this right in the organization that {@code {org}} in the path names. */
@Retention(RUNTIME)
@Target(METHOD)
public @interface Requires {
    Permission value();
}
