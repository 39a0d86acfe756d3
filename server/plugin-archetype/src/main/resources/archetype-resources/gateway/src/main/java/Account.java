package ${package};

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.bookbell.spi.Setting;
import org.bookbell.spi.SettingFault;
import org.bookbell.spi.Settings;

/**
 * One account with the provider, as its settings say. Its text shows no secret.
 *
 * @param address where messages are posted
 * @param token proves who posts
 * @param limit how long an answer is waited for
 */
record Account(URI address, String token, Duration limit) {

    static final List<Setting> SETTINGS = List.of(
            Setting.address("address", "Address"),
            Setting.secret("token", "Token"),
            Setting.number("timeoutSeconds", "Time limit", 8)
                    .withHelp("How many seconds to wait for an answer, from 1 to 60."));

    private static final Pattern TOKEN = Pattern.compile("[!-~]{1,1000}");
    private static final Pattern SECONDS = Pattern.compile("[1-9]|[1-5][0-9]|60");

    static Account of(Settings settings) {
        return new Account(
                URI.create(settings.get("address")),
                settings.get("token"),
                Duration.ofSeconds(settings.getInt("timeoutSeconds", 8)));
    }

    /** Adds what a single setting's check does not see; a setting that has a fault already gets no other one. */
    static List<SettingFault> faults(Settings settings, List<SettingFault> found) {
        var faults = new ArrayList<>(found);
        if (!isFaulty("address", found) && !isAddress(settings.get("address"))) {
            faults.add(new SettingFault(
                    "address", "Address cannot be used; enter one such as https://api.example.org/messages."));
        }
        if (!isFaulty("token", found) && !TOKEN.matcher(settings.get("token")).matches()) {
            faults.add(new SettingFault("token", "Token has characters that no token has; copy it again."));
        }
        var seconds = settings.find("timeoutSeconds").orElse("8");
        if (!isFaulty("timeoutSeconds", found) && !SECONDS.matcher(seconds).matches()) {
            faults.add(new SettingFault("timeoutSeconds", "Time limit must be a number from 1 to 60."));
        }
        return List.copyOf(faults);
    }

    private static boolean isFaulty(String setting, List<SettingFault> faults) {
        return faults.stream().anyMatch(fault -> fault.setting().equals(setting));
    }

    private static boolean isAddress(String address) {
        try {
            HttpRequest.newBuilder(URI.create(address));
            return true;
        } catch (IllegalArgumentException unusable) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "Account[" + address.getHost() + "]";
    }
}
