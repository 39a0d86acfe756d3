package org.bookbell.export.archive.file;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.bookbell.organization.Organization;

/** What a person who unpacks an archive reads first. */
public final class Readme {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    private Readme() {}

    public static String of(Organization organization, Instant asOf) {
        return String.join(
                "\r\n",
                organization.name() + " (" + organization.slug() + ")",
                "Everything as of "
                        + DAY.format(asOf.atZone(organization.zone()).toOffsetDateTime()),
                "",
                "calendar.ics       all appointments, for calendar programs",
                "organization.json  the settings and the locations",
                "*.csv              all else: a table each, in UTF-8, with a header",
                "manifest.json      how many rows each file has, and its SHA-256; an archive without it broke off",
                "",
                "Instants are in UTC. Ids have 13 characters and lead from a row of one file to a row of another.",
                "Phone numbers begin with tel: and texts that a spreadsheet would run begin with an apostrophe;",
                "programs leave both out. In messages.csv the column facts tells what a message told, as JSON.",
                "",
                "Not in here:",
                String.join("\r\n", LeftOut.SENTENCES),
                "",
                "An operator brings all of it into another server: bookbell.jar organization import FILE",
                "");
    }
}
