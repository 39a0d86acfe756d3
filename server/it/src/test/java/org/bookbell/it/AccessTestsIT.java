package org.bookbell.it;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** All tests of access, in one process: they share two firms, whose making costs a minute. */
@Suite
@SelectPackages("org.bookbell.it.access")
@IncludeClassNamePatterns(".*IT")
class AccessTestsIT {}
