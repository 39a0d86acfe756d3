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

    private final String machineZone;

    private Defaults(String machineZone) {
        this.machineZone = machineZone;
    }

    /** The defaults on a machine that is set to {@code machineZone}. */
    public static Defaults of(String machineZone) {
        return new Defaults(machineZone);
    }

    /** The complete settings: {@code given} and the defaults, paths absolute; what cannot be right goes to {@code faults}. */
    public Settings complete(Settings given, List<Fault> faults) {
        Map<String, String> values = new TreeMap<>(FIXED);
        values.put("bookbell.demo.zone", SampleZone.on(machineZone));
        values.putAll(given.values());
        new SettingRules(values, faults).check();

        Path data = Path.of(values.get("bookbell.data.dir")).toAbsolutePath().normalize();
        values.put("bookbell.data.dir", data.toString());
        plugins(values, data, faults);
        dayPacks(values, faults);
        key(values, data, faults);
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

    /** It is made where it is missing, but not by a server that could not write to it. */
    private static void dayPacks(Map<String, String> values, List<Fault> faults) {
        String given = values.getOrDefault("bookbell.daypack.dir", "");
        if (given.isBlank()) {
            return;
        }
        Path folder = Path.of(given).toAbsolutePath().normalize();
        values.put("bookbell.daypack.dir", folder.toString());
        Path existing = folder;
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (existing == null || !Files.isDirectory(existing) || !Files.isWritable(existing)) {
            faults.add(new Fault(
                    "The folder for day packs " + folder + " (bookbell.daypack.dir) cannot be written to.",
                    "Let the server's user own it, or leave the setting out: no day packs are written then."));
        }
    }

    private static void key(Map<String, String> values, Path data, List<Fault> faults) {
        String made = data.resolve(KEY_FILE).toString();
        if (values.containsKey("bookbell.key")) {
            return;
        }
        Path file = Path.of(values.getOrDefault("bookbell.key-file", made)).toAbsolutePath();
        values.put("bookbell.key-file", file.normalize().toString());
        if (!file.normalize().toString().equals(made) && !Files.isReadable(file)) {
            faults.add(new Fault(
                    "The key file " + file + " does not exist or cannot be read.",
                    "Copy there the secret.key of the first server, or leave bookbell.key-file out: the server then"
                            + " makes " + made + "."));
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
}
