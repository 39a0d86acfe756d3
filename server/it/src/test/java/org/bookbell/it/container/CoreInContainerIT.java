package org.bookbell.it.container;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import javax.sql.DataSource;
import org.bookbell.dispatch.DispatchThreads;
import org.bookbell.it.database.ScratchDirectory;
import org.bookbell.it.plugin.NotebookSms;
import org.bookbell.it.plugin.PluginJars;
import org.bookbell.plugin.Plugins;
import org.bookbell.plugin.loading.Plugin;
import org.bookbell.plugin.loading.PluginKind;
import org.bookbell.storage.Ids;
import org.bookbell.storage.JobsPool;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Wiring, transactions and retries of the core on the server that the product runs on. */
@ExtendWith(ArquillianExtension.class)
@SuppressWarnings("NullAway.Init")
class CoreInContainerIT {

    @Inject
    private Notebook notebook;

    @Inject
    private Clock clock;

    @Inject
    private Ids ids;

    @Inject
    @JobsPool
    private DataSource jobs;

    @Inject
    @DispatchThreads
    private ExecutorService threads;

    @Inject
    private Plugins plugins;

    @Deployment
    static WebArchive core() {
        var folder = ScratchDirectory.create("plugin");
        ScratchDirectory.deleteAtEnd(folder, () -> {});
        return CoreArchive.war().addClass(Notebook.class).addAsLibrary(CoreArchive.plugin(PluginJars.notebook(folder)));
    }

    @Test
    void a_use_case_commits() {
        notebook.write("test.committed");

        assertThat(notebook.count("test.committed")).isOne();
    }

    @Test
    void a_use_case_that_throws_leaves_nothing_behind() {
        assertThatThrownBy(() -> notebook.writeAndFail("test.failed")).isInstanceOf(IllegalArgumentException.class);

        assertThat(notebook.count("test.failed")).isZero();
    }

    @Test
    void a_use_case_that_loses_a_conflict_is_repeated_and_writes_once() {
        notebook.writeAfterConflicts("test.repeated", 3);

        assertThat(notebook.count("test.repeated")).isOne();
    }

    @Test
    void jobs_have_connections_of_their_own_on_the_same_database() throws SQLException {
        notebook.write("test.shared");

        try (var connection = jobs.getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery("SELECT COUNT(*) FROM audit WHERE action = 'test.shared'")) {
            assertThat(result.next()).isTrue();
            assertThat(result.getInt(1)).isOne();
        }
    }

    /** Nobody has told this deployment that the application has started. */
    @Test
    void who_is_made_before_the_start_has_threads_to_send_with() throws Exception {
        assertThat(threads.submit(() -> "sent").get(1, MINUTES)).isEqualTo("sent");
    }

    /** As in an EAR's lib/: nothing but the descriptor makes its class a bean. */
    @Test
    void a_plugin_beside_the_servers_jars_is_found() {
        assertThat(plugins.list())
                .filteredOn(plugin -> plugin.name().equals(NotebookSms.NAME))
                .singleElement()
                .satisfies(plugin -> {
                    assertThat(plugin.state()).isEqualTo(Plugin.State.LOADED);
                    assertThat(plugin.fault()).isEmpty();
                });
        assertThat(plugins.findProvider(PluginKind.SMS, NotebookSms.NAME)).isPresent();
    }

    @Test
    void clock_and_ids_are_the_servers() {
        var before = clock.instant();

        assertThat(ids.next()).isLessThan(ids.next());
        assertThat(clock.instant()).isAfterOrEqualTo(before);
    }
}
