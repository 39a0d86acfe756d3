package org.bookbell.launcher.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
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

    /**
     * Requests that are answered at the same time; the others queue. Twice the web pool's connections: the server's own
     * 200 threads would only wait for those, and cost 150 kB each once they have worked.
     */
    private static final int HTTP_THREADS = 48;

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
            domain.answerWith(HTTP_THREADS);
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
        NodeList listeners = document.getElementsByTagName("network-listener");
        for (int i = 0; i < listeners.getLength(); i++) {
            Element listener = (Element) listeners.item(i);
            if (listener.getAttribute("name").equals("http-listener")) {
                listener.setAttribute("address", host);
                listener.setAttribute("port", port);
            }
        }
    }

    private void answerWith(int threads) {
        NodeList pools = document.getElementsByTagName("thread-pool");
        for (int i = 0; i < pools.getLength(); i++) {
            Element pool = (Element) pools.item(i);
            if (pool.getAttribute("name").equals("http-thread-pool")) {
                pool.setAttribute("max-thread-pool-size", Integer.toString(threads));
            }
        }
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

    /** Our own descriptors are checked when we build: to check them at each start costs it a third of a second. */
    private void trustDescriptors() {
        first("das-config").setAttribute("deploy-xml-validation", "none");
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
