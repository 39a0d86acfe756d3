package org.bookbell.web.booking;

import java.util.List;

/** The services that clients may choose from. */
record ServicesView(String organization, List<ServiceChoice> services) {}
