package org.bookbell.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The root of every REST resource and page. */
@ApplicationPath("/")
public class BookbellApplication extends Application {}
