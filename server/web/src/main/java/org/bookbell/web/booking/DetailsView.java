package org.bookbell.web.booking;

import java.util.Optional;
import org.bookbell.web.page.Filled;
import org.bookbell.web.visitor.Widget;

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
        Filled form,
        Optional<Widget> widget) {}
