package org.bookbell.plugin.loading;

import java.util.Optional;
import java.util.regex.Pattern;
import org.bookbell.spi.Provider;

/**
 * A version of the SPI. A plugin says in its jar's manifest ({@value #HEADER}) which one it was built against; it runs on
 * a server of the same first number whose second is not lower, since types of the SPI only grow.
 */
public record SpiVersion(int major, int minor) {

    public static final String HEADER = "Bookbell-Spi-Version";

    private static final Pattern TEXT = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})([.-].*)?");

    /** Reads {@code 1.2} and what begins with it, such as {@code 1.2.3} and {@code 1.2-SNAPSHOT}. */
    static Optional<SpiVersion> parse(String text) {
        var matcher = TEXT.matcher(text.strip());
        return matcher.matches()
                ? Optional.of(new SpiVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    /** This server's; empty where its classes are not packed, as in tests. */
    public static Optional<SpiVersion> ofServer() {
        return Optional.ofNullable(Provider.class.getPackage().getImplementationVersion())
                .flatMap(SpiVersion::parse);
    }

    boolean runs(SpiVersion plugin) {
        return major == plugin.major && minor >= plugin.minor;
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
