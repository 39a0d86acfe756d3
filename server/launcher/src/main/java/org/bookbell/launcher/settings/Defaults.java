package org.bookbell.launcher.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bookbell.launcher.console.Fault;

/** What holds where nothing was given, and whether what was given can be right. */
public final class Defaults {

    /** The name of the file in the data directory that holds the server's secret. */
    public static final String KEY_FILE = "secret.key";

    static final String DATA_DIR = "data";
    private static final String LOOPBACK = "127.0.0.1";
    private static final Map<String, String> FIXED = Map.of(
            "bookbell.host", LOOPBACK,
            "bookbell.port", "8080",
            "bookbell.data.dir", DATA_DIR,
            "bookbell.demo", "false",
            "bookbell.db.xa", "true",
            "bookbell.db.pool.size", "24",
            "bookbell.db.jobsPool.size", "12");

    private Defaults() {}

    /** The complete settings: {@code given} and the defaults, paths absolute; what cannot be right goes to {@code faults}. */
    public static Settings complete(Settings given, List<Fault> faults) {
        Map<String, String> values = new TreeMap<>(FIXED);
        values.putAll(given.values());
        checkNumber(values, "bookbell.port", 1, 65535, faults);
        checkNumber(values, "bookbell.db.pool.size", 2, 500, faults);
        checkNumber(values, "bookbell.db.jobsPool.size", 4, 500, faults);
        checkSwitch(values, "bookbell.demo", faults);
        checkSwitch(values, "bookbell.db.xa", faults);

        Path data = Path.of(values.get("bookbell.data.dir")).toAbsolutePath().normalize();
        values.put("bookbell.data.dir", data.toString());
        plugins(values, data, faults);
        if (!values.containsKey("bookbell.key")) {
            values.putIfAbsent("bookbell.key-file", data.resolve(KEY_FILE).toString());
        }
        publicUrl(values, faults);
        return new Settings(values);
    }

    private static void plugins(Map<String, String> values, Path data, List<Fault> faults) {
        String given = values.get("bookbell.plugins.dir");
        if (given == null) {
            values.put("bookbell.plugins.dir", data.resolve("plugins").toString());
            return;
        }
        Path plugins = Path.of(given).toAbsolutePath().normalize();
        values.put("bookbell.plugins.dir", plugins.toString());
        if (!Files.isDirectory(plugins) || !Files.isReadable(plugins)) {
            faults.add(new Fault(
                    "The plugins directory " + plugins + " does not exist or cannot be read.",
                    "Create it, or leave --plugins out: the server then uses " + data.resolve("plugins") + "."));
        }
    }

    private static void publicUrl(Map<String, String> values, List<Fault> faults) {
        String given = values.get("bookbell.publicUrl");
        if (given == null) {
            values.put(
                    "bookbell.publicUrl",
                    "http://" + hostForLinks(values.getOrDefault("bookbell.host", LOOPBACK)) + ":"
                            + values.get("bookbell.port"));
            return;
        }
        String url = given.endsWith("/") ? given.substring(0, given.length() - 1) : given;
        values.put("bookbell.publicUrl", url);
        try {
            URI uri = new URI(url);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (web && uri.getHost() != null && uri.getRawQuery() == null && uri.getRawFragment() == null) {
                return;
            }
        } catch (URISyntaxException e) {
            // told below, like an address that is one but not of the web
        }
        faults.add(new Fault(
                "The setting bookbell.publicUrl is \"" + given + "\", which is not a web address.",
                "Give the address under which clients reach the server, such as https://book.example.org."));
    }

    private static String hostForLinks(String host) {
        if (host.equals("0.0.0.0") || host.equals("::")) {
            return "localhost";
        }
        return host.contains(":") ? "[" + host + "]" : host;
    }

    private static void checkNumber(Map<String, String> values, String name, int min, int max, List<Fault> faults) {
        String value = values.get(name);
        try {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return;
            }
        } catch (NumberFormatException e) {
            // told below, like a number out of range
        }
        faults.add(new Fault(
                "The setting " + name + " is \"" + value + "\", which is not a whole number from " + min + " to " + max
                        + ".",
                "Give such a number; the default is " + FIXED.get(name) + "."));
        values.remove(name);
    }

    private static void checkSwitch(Map<String, String> values, String name, List<Fault> faults) {
        String value = values.get(name);
        if (!"true".equals(value) && !"false".equals(value)) {
            faults.add(new Fault(
                    "The setting " + name + " is \"" + value + "\", which is neither true nor false.",
                    "Give true or false."));
        }
    }
}
