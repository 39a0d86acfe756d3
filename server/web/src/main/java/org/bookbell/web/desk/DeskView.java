package org.bookbell.web.desk;

import java.util.List;
import org.bookbell.web.page.Filled;

/** The desk's form and what it offers. */
record DeskView(
        String path,
        List<Option> services,
        List<Option> staff,
        List<Time> times,
        Who who,
        String consentText,
        Filled form) {

    /** One entry of a list to choose from. */
    record Option(String value, String text, boolean isChosen) {}

    /** One free time, and who is free then. */
    record Time(String start, String text, String staff, boolean isChosen) {}

    /** The clients who were found, and what is known of somebody new. */
    record Who(List<Found> found, boolean isNew, Filled form) {}

    /** One client who was found. */
    record Found(String id, String name, String contacts, boolean isChosen) {}
}
