package org.bookbell.launcher.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.bookbell.launcher.console.Fault;
import org.bookbell.launcher.settings.Settings;

/** The database that the settings name: its driver, its address for each pool, its schema. */
public record Database(Vendor vendor, String url, String user, String password, boolean xa) {

    static final String EMBEDDED = "bookbell";

    private static final String IN_A_FILE = "jdbc:h2:file:";
    /** Java closes a file where the thread that reads it is interrupted, and H2 does not survive that; so it opens it again. */
    private static final String IN_A_FILE_OPENED_AGAIN = "jdbc:h2:retry:";

    /** What Bookbell runs on; the jar is the driver's inside {@code bookbell.jar}. */
    public enum Vendor {
        H2("jdbc:h2:", "org.h2.Driver", "MICRO-INF/runtime/h2.jar", "org.h2.jdbcx.JdbcDataSource", ""),
        MYSQL(
                "jdbc:mysql:",
                "com.mysql.cj.jdbc.Driver",
                "MICRO-INF/lib/mysql-connector-j.jar",
                "com.mysql.cj.jdbc.MysqlXADataSource",
                // one round trip less a transaction; and no client certificate of the application server's
                "useLocalSessionState=true&alwaysSendSetIsolation=false&fallbackToSystemKeyStore=false"
                        + "&useServerPrepStmts=true&cachePrepStmts=true&prepStmtCacheSize=250&prepStmtCacheSqlLimit=4096"),
        MARIADB(
                "jdbc:mariadb:",
                "org.mariadb.jdbc.Driver",
                "MICRO-INF/lib/mariadb-java-client.jar",
                "org.mariadb.jdbc.MariaDbDataSource",
                // the Batch runtime knows MySQL by name, not MariaDB
                "fallbackToSystemKeyStore=false&useMysqlMetadata=true&useServerPrepStmts=true");

        private final String prefix;
        private final String driver;
        private final String jar;
        private final String dataSource;
        private final String options;

        Vendor(String prefix, String driver, String jar, String dataSource, String options) {
            this.prefix = prefix;
            this.driver = driver;
            this.jar = jar;
            this.dataSource = dataSource;
            this.options = options;
        }

        String prefix() {
            return prefix;
        }

        String driver() {
            return driver;
        }

        String jar() {
            return jar;
        }
    }

    /** Who uses a connection: a waiting person, or a job that may take its time. */
    public enum Use {
        WEB(1_500, "connectTimeout=1500&socketTimeout=2000&sessionVariables=innodb_lock_wait_timeout=1"),
        JOBS(10_000, "connectTimeout=3000&socketTimeout=60000&sessionVariables=innodb_lock_wait_timeout=10");

        private final int maxWaitMillis;
        private final String options;

        Use(int maxWaitMillis, String options) {
            this.maxWaitMillis = maxWaitMillis;
            this.options = options;
        }

        /** How long it waits for a connection of the pool. */
        public int maxWaitMillis() {
            return maxWaitMillis;
        }
    }

    public static Database of(Settings settings) {
        String url = settings.find("bookbell.db.url")
                .orElseGet(() -> IN_A_FILE + Path.of(settings.get("bookbell.data.dir"), EMBEDDED));
        Vendor vendor = vendorOf(url);
        boolean embedded = vendor == Vendor.H2;
        return new Database(
                vendor,
                url,
                settings.find("bookbell.db.user").orElse(embedded ? "sa" : "bookbell"),
                settings.find("bookbell.db.password").orElse(""),
                settings.isOn("bookbell.db.xa"));
    }

    /** {@code settings}, without an address of a database that cannot be right; it goes to {@code faults}. */
    public static Settings checked(Settings settings, List<Fault> faults) {
        if (settings.find("bookbell.db.url").filter(url -> !names(url)).isEmpty()) {
            return settings;
        }
        faults.add(new Fault(
                "The setting bookbell.db.url does not name a database that Bookbell runs on.",
                "Give jdbc:mysql://HOST:3306/NAME or jdbc:mariadb://HOST:3306/NAME, or leave it out: the database"
                        + " then lives in the data directory."));
        return settings.without("bookbell.db.url");
    }

    private static boolean names(String url) {
        boolean known = List.of(Vendor.values()).stream().anyMatch(vendor -> url.startsWith(vendor.prefix));
        return known && (url.startsWith(Vendor.H2.prefix) || url.matches("jdbc:[a-z]+:.*//[^/]+/[^/?]+(\\?.*)?"));
    }

    private static Vendor vendorOf(String url) {
        return List.of(Vendor.values()).stream()
                .filter(vendor -> url.startsWith(vendor.prefix))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no vendor for the database's address"));
    }

    /** The class of the pools' data source. */
    public String dataSource() {
        return vendor == Vendor.MYSQL && !xa ? "com.mysql.cj.jdbc.MysqlConnectionPoolDataSource" : vendor.dataSource;
    }

    /** What the pools' data source is to the application server. */
    public String resourceType() {
        return xa ? "javax.sql.XADataSource" : "javax.sql.ConnectionPoolDataSource";
    }

    /** Whether the file of an embedded database is there. */
    boolean exists() {
        return Files.exists(Path.of(
                url.substring(Vendor.H2.prefix.length())
                                .replaceFirst("^(file|retry):", "")
                                .replaceFirst(";.*", "") + ".mv.db"));
    }

    /** The same, so that nothing of it can change. */
    Database forReading() {
        return isEmbedded()
                ? new Database(vendor, withOption(url, ';', "ACCESS_MODE_DATA=r"), user, password, xa)
                : this;
    }

    public boolean isEmbedded() {
        return vendor == Vendor.H2;
    }

    /** The address with the limits of {@code use}; what the address says itself is left as it is. */
    public String urlFor(Use use) {
        if (isEmbedded()) {
            String durable = withOption(withOption(url, ';', "WRITE_DELAY=0"), ';', "DB_CLOSE_ON_EXIT=FALSE");
            return durable.replace(IN_A_FILE, IN_A_FILE_OPENED_AGAIN);
        }
        String limited = url;
        for (String option : (use.options + "&" + vendor.options).split("&", -1)) {
            limited = withOption(limited, limited.contains("?") ? '&' : '?', option);
        }
        return limited;
    }

    private static String withOption(String url, char separator, String option) {
        String name = option.substring(0, option.indexOf('=') + 1);
        boolean said = url.toUpperCase(Locale.ROOT).contains(name.toUpperCase(Locale.ROOT));
        return said ? url : url + separator + option;
    }

    /** The schema in which the Batch repository's tables stand. */
    public String schema() {
        return isEmbedded() ? "PUBLIC" : url.replaceFirst("\\?.*", "").replaceFirst(".*/", "");
    }

    /** The address as it may be shown: without options, which may hold secrets. */
    public String shown() {
        return isEmbedded() ? "embedded H2" : url.replaceFirst("\\?.*", "").replaceFirst("//[^/@]*@", "//");
    }

    @Override
    public String toString() {
        return "Database[" + shown() + "]";
    }
}
