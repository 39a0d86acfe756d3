package org.bookbell.dispatch;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** The threads that send. They belong to the application server and carry no transaction. */
@Qualifier @Retention(RUNTIME)
@Target({FIELD, METHOD, PARAMETER})
public @interface DispatchThreads {}
