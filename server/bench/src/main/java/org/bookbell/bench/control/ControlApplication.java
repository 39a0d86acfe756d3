package org.bookbell.bench.control;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The control's root. */
@ApplicationPath("/")
public class ControlApplication extends Application {}
