package org.bookbell.plugin;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.bookbell.plugin.loading.examination.TimeLimit;
import org.bookbell.spi.Provider;
import org.bookbell.spi.Setting;
import org.bookbell.spi.SettingFault;
import org.bookbell.spi.Settings;

/** What the server asks a provider, within the time that the SPI grants. */
public final class ProviderCalls {

    private static final TimeLimit QUESTION = new TimeLimit(Duration.ofSeconds(2));
    private static final TimeLimit CONNECTION = new TimeLimit(Duration.ofSeconds(12));

    private ProviderCalls() {}

    /** A plugin's code failed or took too long; the message is a full sentence for the operator. */
    public static final class ProviderFailed extends Exception {

        private static final long serialVersionUID = 1L;

        ProviderFailed(String sentence, Throwable cause) {
            super(sentence, cause);
        }

        public String sentence() {
            return String.valueOf(getMessage());
        }
    }

    public static List<Setting> settings(Provider provider) throws ProviderFailed {
        return ask(QUESTION, provider, "name its settings", () -> List.copyOf(provider.settings()));
    }

    public static List<SettingFault> validate(Provider provider, Settings settings) throws ProviderFailed {
        return ask(QUESTION, provider, "check the settings", () -> List.copyOf(provider.validate(settings)));
    }

    /** A call that may wait for a remote party for up to 10 s. */
    public static <T> T connect(Object plugin, String what, Callable<T> call) throws ProviderFailed {
        return ask(CONNECTION, plugin, what, call);
    }

    private static <T> T ask(TimeLimit limit, Object plugin, String what, Callable<T> call) throws ProviderFailed {
        try {
            return limit.call(plugin.getClass().getClassLoader(), what, call);
        } catch (TimeoutException e) {
            throw new ProviderFailed(
                    "The plugin did not " + what + " within " + limit.limit().toSeconds() + " s.", e);
        } catch (ExecutionException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            throw new ProviderFailed(
                    "The plugin failed to " + what + " with " + cause.getClass().getSimpleName()
                            + "; the log says more.",
                    cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderFailed("The server was stopped before the plugin could " + what + ".", e);
        }
    }
}
