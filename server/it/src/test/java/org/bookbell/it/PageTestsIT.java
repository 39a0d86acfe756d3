package org.bookbell.it;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** All tests of pages, in one process: they share a browser and a server with its samples. */
@Suite
@SelectPackages("org.bookbell.it.browser")
@IncludeClassNamePatterns(".*IT")
class PageTestsIT {}
