package org.bookbell.web.booking;

import org.bookbell.web.page.Filled;

/** The form for whoever books. */
record DetailsView(
        ServiceChoice service,
        String organization,
        String when,
        String staffName,
        String staff,
        String start,
        String backPath,
        String consentText,
        Filled form) {}
