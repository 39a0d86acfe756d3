package org.bookbell.storage.transaction;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.inject.Stereotype;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * A class whose public methods are things a caller wants done: each is one transaction, repeated as a whole where the
 * database reports a conflict, rolled back where it throws. One use case may call another and joins its transaction.
 */
@Stereotype
@Singleton
@Transactional
@RetriedOnConflict
@Retention(RUNTIME)
@Target(TYPE)
public @interface UseCase {}
