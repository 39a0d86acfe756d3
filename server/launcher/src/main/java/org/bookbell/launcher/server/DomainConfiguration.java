package org.bookbell.launcher.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.bookbell.launcher.database.Database;
import org.bookbell.launcher.settings.Settings;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The application server's configuration for one start: the one it brings along, with our address, our two pools and
 * the Batch repository. Addresses and passwords are not written into it but referred to as system properties of this
 * process, so that no file holds a password.
 */
final class DomainConfiguration {

    static final String USER = "org.bookbell.launcher.user";
    static final String PASSWORD = "org.bookbell.launcher.password";

    private final Document document;

    private DomainConfiguration(Document document) {
        this.document = document;
    }

    static String urlProperty(Database.Use use) {
        return "org.bookbell.launcher.url." + use;
    }

    /** Writes the configuration that {@code settings} ask for to {@code file}. */
    static void write(Path file, Settings settings, Database database) throws IOException {
        try (InputStream template = DomainConfiguration.class.getResourceAsStream("/MICRO-INF/domain/domain.xml")) {
            if (template == null) {
                throw new IOException("the server's own configuration is not in the jar");
            }
            var domain = new DomainConfiguration(DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(template));
            domain.listenOn(settings.get("bookbell.host"), settings.get("bookbell.port"));
            domain.answerFor(Integer.parseInt(settings.get("bookbell.db.pool.size")));
            domain.pool("bookbell", database, Database.Use.WEB, settings.get("bookbell.db.pool.size"));
            domain.pool("bookbellJobs", database, Database.Use.JOBS, settings.get("bookbell.db.jobsPool.size"));
            domain.keepBatchRepositoryIn("jdbc/bookbellJobs", database.schema());
            domain.trustDescriptors();
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(domain.document), new StreamResult(file.toFile()));
        } catch (ParserConfigurationException | SAXException | TransformerException e) {
            throw new IOException("the server's own configuration cannot be changed", e);
        }
    }

    private void listenOn(String host, String port) {
        Element listener = named("network-listener", "http-listener");
        listener.setAttribute("address", host);
        listener.setAttribute("port", port);
    }

    /**
     * Answers two requests for each connection at once; the others queue. The server's own 200 threads would
     * only wait for connections, and cost 150 kB each once they have worked.
     */
    private void answerFor(int connections) {
        named("thread-pool", "http-thread-pool")
                .setAttribute("max-thread-pool-size", Integer.toString(2 * connections));
    }

    private void pool(String name, Database database, Database.Use use, String size) {
        Element resources = first("resources");
        add(resources, "jdbc-resource", Map.of("jndi-name", "jdbc/" + name, "pool-name", name + "Pool"));
        add(first("server"), "resource-ref", Map.of("ref", "jdbc/" + name));
        Map<String, String> attributes = new TreeMap<>();
        attributes.put("name", name + "Pool");
        attributes.put("res-type", database.resourceType());
        attributes.put("datasource-classname", database.dataSource());
        attributes.put("steady-pool-size", "2");
        attributes.put("pool-resize-quantity", "4");
        attributes.put("max-pool-size", size);
        attributes.put("max-wait-time-in-millis", Integer.toString(use.maxWaitMillis()));
        attributes.put("transaction-isolation-level", "read-committed");
        attributes.put("is-isolation-level-guaranteed", "true");
        attributes.put("is-connection-validation-required", "true");
        attributes.put("connection-validation-method", "custom-validation");
        attributes.put("validation-classname", "org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation");
        attributes.put("validate-atmost-once-period-in-seconds", "1");
        // jobs commit themselves, also while a batch step's transaction is open
        attributes.put("non-transactional-connections", Boolean.toString(use == Database.Use.JOBS));
        Element pool = add(resources, "jdbc-connection-pool", attributes);
        add(pool, "property", Map.of("name", "url", "value", reference(urlProperty(use))));
        add(pool, "property", Map.of("name", "user", "value", reference(USER)));
        add(pool, "property", Map.of("name", "password", "value", reference(PASSWORD)));
    }

    private void keepBatchRepositoryIn(String dataSource, String schema) {
        Element batch = first("batch-runtime-configuration");
        batch.setAttribute("data-source-lookup-name", dataSource);
        batch.setAttribute("schema-name", schema);
    }

    /** Our descriptors are the same at each start: to check them each time costs it a third of a second. */
    private void trustDescriptors() {
        first("das-config").setAttribute("deploy-xml-validation", "none");
    }

    private Element named(String tag, String name) {
        NodeList elements = document.getElementsByTagName(tag);
        return IntStream.range(0, elements.getLength())
                .mapToObj(i -> (Element) elements.item(i))
                .filter(element -> element.getAttribute("name").equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("the server's own configuration has no " + tag + " " + name));
    }

    private Element first(String tag) {
        if (document.getElementsByTagName(tag).item(0) instanceof Element element) {
            return element;
        }
        throw new IllegalStateException("the server's own configuration has no " + tag);
    }

    private Element add(Element parent, String tag, Map<String, String> attributes) {
        Element element = document.createElement(tag);
        attributes.forEach(element::setAttribute);
        parent.appendChild(element);
        return element;
    }

    private static String reference(String systemProperty) {
        return "${" + systemProperty + "}";
    }
}
