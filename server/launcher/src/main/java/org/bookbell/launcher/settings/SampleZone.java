package org.bookbell.launcher.settings;

import java.time.ZoneId;

/** The time zone of the samples: the machine's, where that is a place's. */
final class SampleZone {

    /** Where the sample phone numbers are; many servers are set to UTC, where a working day would look odd. */
    private static final String ELSEWHERE = "America/New_York";

    private SampleZone() {}

    static String on(String machineZone) {
        boolean isPlace = machineZone.contains("/") && !machineZone.startsWith("Etc/");
        return isPlace && ZoneId.getAvailableZoneIds().contains(machineZone) ? machineZone : ELSEWHERE;
    }
}
