package org.bookbell.it.core;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.junit.platform.suite.api.SelectClasses;

/** The tests of the core whose outcome depends on the database. */
@Inherited
@Retention(RUNTIME)
@Target(TYPE)
@SelectClasses(names = {"org.bookbell.storage.StorageTest"})
@interface TestsOfStorage {}
