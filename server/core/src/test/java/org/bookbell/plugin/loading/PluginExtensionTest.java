package org.bookbell.plugin.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class PluginExtensionTest {

    private final Properties properties = new Properties();

    @Test
    void the_system_property_names_the_folder() {
        properties.setProperty("bookbell.plugins.dir", "/srv/plugins");

        var folder = PluginExtension.findFolder(properties, Map.of("BOOKBELL_PLUGINS_DIR", "/etc/plugins"));

        assertThat(folder).contains(Path.of("/srv/plugins"));
    }

    @Test
    void the_environment_names_the_folder_where_no_property_does() {
        properties.setProperty("bookbell.data.dir", "/srv/data");

        var folder = PluginExtension.findFolder(properties, Map.of("BOOKBELL_PLUGINS_DIR", "/etc/plugins"));

        assertThat(folder).contains(Path.of("/etc/plugins"));
    }

    @Test
    void the_folder_is_in_the_data_directory_otherwise() {
        properties.setProperty("bookbell.data.dir", "/srv/data");

        var folder = PluginExtension.findFolder(properties, Map.of());

        assertThat(folder).contains(Path.of("/srv/data/plugins"));
    }

    @Test
    void without_any_of_them_there_is_no_folder() {
        assertThat(PluginExtension.findFolder(properties, Map.of())).isEmpty();
    }
}
