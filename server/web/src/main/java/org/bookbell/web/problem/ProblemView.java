package org.bookbell.web.problem;

import java.util.List;

/** A refusal as a page shows it. */
record ProblemView(String detail, List<String> faults) {}
