package org.bookbell.launcher.database;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

/**
 * A JDBC driver, unpacked for as long as it is needed: while no server runs, the one in the packed jar has no class
 * loader. That of an installed server is on the class path.
 */
public final class DriverJar implements AutoCloseable {

    private final Optional<Path> jar;
    private final URLClassLoader loader;

    private DriverJar(Optional<Path> jar, URLClassLoader loader) {
        this.jar = jar;
        this.loader = loader;
    }

    public static DriverJar unpack(Database database) throws IOException {
        try (var stored =
                DriverJar.class.getResourceAsStream("/" + database.vendor().jar())) {
            if (stored == null) {
                return new DriverJar(Optional.empty(), new URLClassLoader(new URL[0], ownLoader()));
            }
            Path jar = Files.createTempFile("bookbell-driver", ".jar");
            Files.copy(stored, jar, StandardCopyOption.REPLACE_EXISTING);
            return new DriverJar(
                    Optional.of(jar), new URLClassLoader(new URL[] {jar.toUri().toURL()}, ownLoader()));
        }
    }

    private static ClassLoader ownLoader() {
        return DriverJar.class.getClassLoader();
    }

    public ClassLoader loader() {
        return loader;
    }

    /** A connection by the driver that {@code loader} knows. */
    public static Connection connect(Database database, ClassLoader loader) throws SQLException {
        Properties account = new Properties();
        account.setProperty("user", database.user());
        account.setProperty("password", database.password());
        try {
            Driver driver = loader.loadClass(database.vendor().driver())
                    .asSubclass(Driver.class)
                    .getDeclaredConstructor()
                    .newInstance();
            Connection connection = driver.connect(database.urlFor(Database.Use.WEB), account);
            if (connection == null) {
                throw new SQLException("the driver does not know such an address");
            }
            return connection;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("driver " + database.vendor() + " cannot be loaded", e);
        }
    }

    @Override
    public void close() throws IOException {
        loader.close();
        if (jar.isPresent()) {
            Files.delete(jar.get());
        }
    }
}
