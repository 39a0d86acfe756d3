package org.bookbell.storage.transaction;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.inject.Stereotype;
import jakarta.inject.Singleton;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * A class that answers many callers from what it read and keeps: it begins no transaction, so that an answer costs no
 * more than its statements, each of which stands by itself or joins the caller's transaction.
 */
@Stereotype
@Singleton
@Retention(RUNTIME)
@Target(TYPE)
public @interface ReadModel {}
