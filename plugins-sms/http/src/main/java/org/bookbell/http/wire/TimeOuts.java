package org.bookbell.http.wire;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bookbell.spi.Setting;
import org.bookbell.spi.SettingFault;
import org.bookbell.spi.Settings;

/** The settings of an account that say how long its server may take. */
public final class TimeOuts {

    /** For a connection. */
    public static final Setting CONNECT = Setting.number("connectTimeoutSeconds", "Connect time-out (seconds)", 3);

    /** For a whole request. */
    public static final Setting WHOLE = Setting.number("timeoutSeconds", "Time-out (seconds)", 8)
            .withHelp("From the begin of a request to the end of its answer; the server gives up after 10.");

    private static final int LONGEST = 60;

    private TimeOuts() {}

    /** What is wrong with those that are set. */
    public static List<SettingFault> faults(Settings settings) {
        var faults = new ArrayList<SettingFault>();
        if (!isRight(settings, CONNECT)) {
            faults.add(new SettingFault(CONNECT.name(), "Connect time-out must be 1 to 60 seconds."));
        }
        if (!isRight(settings, WHOLE)) {
            faults.add(new SettingFault(WHOLE.name(), "Time-out must be 1 to 60 seconds."));
        }
        return faults;
    }

    private static boolean isRight(Settings settings, Setting timeOut) {
        return settings.find(timeOut.name())
                .filter(value -> !value.matches("[1-9]|[1-5][0-9]|" + LONGEST))
                .isEmpty();
    }

    /** The limits that {@code settings} without faults set. */
    public static Limits limits(Settings settings, int connections) {
        return new Limits(
                Duration.ofSeconds(settings.getInt(CONNECT.name(), LONGEST)),
                Duration.ofSeconds(settings.getInt(WHOLE.name(), LONGEST)),
                connections);
    }
}
