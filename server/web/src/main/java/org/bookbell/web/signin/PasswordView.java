package org.bookbell.web.signin;

/** What became of a change of the password; both are empty before. */
record PasswordView(String notice, String fault) {}
