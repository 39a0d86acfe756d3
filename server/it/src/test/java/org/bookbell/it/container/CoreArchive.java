package org.bookbell.it.container;

import java.io.File;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.importer.ExplodedImporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** A small WAR of the core, the SPI and the libraries that they bring, as the class path has them. */
final class CoreArchive {

    private static final Pattern LIBRARY = Pattern.compile(
            "(flyway-|hypersistence-tsid|libphonenumber|jmustache|failsafe-|jspecify|slf4j-|jackson-|assertj-core|byte-buddy).*");

    private static final File DESCRIPTOR = new File(
            "../plugin-archetype/src/main/resources/archetype-resources/src/main/resources/META-INF/beans.xml");

    private CoreArchive() {}

    static WebArchive war() {
        var war = ShrinkWrap.create(WebArchive.class, "core.war").addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
        entries().filter(CoreArchive::isLibrary).forEach(war::addAsLibrary);
        entries().filter(CoreArchive::isOurs).forEach(entry -> war.addAsLibrary(asJar(entry)));
        return war;
    }

    /** {@code jar} with the descriptor that the archetype gives to each plugin. */
    static JavaArchive plugin(Path jar) {
        return ShrinkWrap.create(ZipImporter.class, "plugin.jar")
                .importFrom(jar.toFile())
                .as(JavaArchive.class)
                .addAsManifestResource(DESCRIPTOR, "beans.xml");
    }

    private static Stream<File> entries() {
        return Pattern.compile(File.pathSeparator)
                .splitAsStream(System.getProperty("java.class.path"))
                .map(File::new);
    }

    private static boolean isLibrary(File entry) {
        return entry.isFile() && LIBRARY.matcher(entry.getName()).matches();
    }

    /** Inside the reactor a module is its directory of classes or its jar, after how far the build went. */
    private static boolean isOurs(File entry) {
        var path = entry.getPath().replace(File.separatorChar, '/');
        return path.matches(".*/server/(core|spi)/target/(classes|bookbell-[a-z]+-[^/]*(?<!-tests)\\.jar)");
    }

    private static JavaArchive asJar(File entry) {
        var module = entry.getPath().replaceAll(".*server.(core|spi).*", "$1");
        var jar = ShrinkWrap.create(JavaArchive.class, "bookbell-" + module + ".jar");
        return entry.isDirectory()
                ? jar.as(ExplodedImporter.class).importDirectory(entry).as(JavaArchive.class)
                : jar.as(ZipImporter.class).importFrom(entry).as(JavaArchive.class);
    }
}
