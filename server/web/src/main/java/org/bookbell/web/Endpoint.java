package org.bookbell.web;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.inject.Stereotype;
import jakarta.inject.Singleton;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** A class with routes: one instance for all requests, so what belongs to a request comes as a parameter or a proxy. */
@Stereotype
@Singleton
@Retention(RUNTIME)
@Target(TYPE)
public @interface Endpoint {}
