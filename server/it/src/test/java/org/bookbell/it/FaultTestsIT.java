package org.bookbell.it;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** All tests of faults, in one process, so that no two of them take each other the processor. */
@Suite
@SelectPackages("org.bookbell.it.fault")
@IncludeClassNamePatterns(".*IT")
class FaultTestsIT {}
