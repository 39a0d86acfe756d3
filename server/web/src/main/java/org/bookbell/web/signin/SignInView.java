package org.bookbell.web.signin;

/** The sign-in form as it was filled in, and what was wrong with it. */
record SignInView(String email, String next, String fault) {}
