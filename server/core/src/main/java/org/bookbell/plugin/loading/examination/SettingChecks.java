package org.bookbell.plugin.loading.examination;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.bookbell.plugin.loading.PluginFault;
import org.bookbell.spi.Provider;
import org.bookbell.spi.Setting;
import org.bookbell.spi.SettingFault;
import org.bookbell.spi.Settings;

/** Whether the settings that a provider declares are what the SPI says that they are, and whether it checks them. */
final class SettingChecks {

    private static final int LONGEST_LABEL = 60;

    private final TimeLimit limit;
    private final List<PluginFault> faults = new ArrayList<>();

    SettingChecks(TimeLimit limit) {
        this.limit = limit;
    }

    List<PluginFault> faults(PluginProbe.Answer answer) {
        if (answer.label().length() > LONGEST_LABEL) {
            add("Its label has " + answer.label().length() + " characters.", "Use at most " + LONGEST_LABEL + ".");
        }
        answer.settings().forEach(this::check);
        if (answer.instance() instanceof Provider provider) {
            checkSameAgain(provider, answer.settings());
            checkValidation(provider, answer.settings());
        }
        return List.copyOf(faults);
    }

    private void check(Setting setting) {
        var what = "The setting " + setting.name();
        var usual = setting.defaultValue();
        if (setting.label().isBlank()) {
            add(what + " has no label.", "Give it one: it stands above the field and begins its faults.");
        }
        if (usual.isEmpty()) {
            return;
        }
        if (setting.isSecret()) {
            add(what + " is a secret and has a default.", "Leave the default out: everybody could read it.");
        }
        if (setting.required()) {
            add(what + " is required and has a default.", "Make it optional, or leave the default out.");
        }
        setting.check(usual)
                .ifPresent(fault -> add(
                        "The default of the setting " + setting.name() + " is refused by its own check: "
                                + fault.detail(),
                        "Give it a default that may be entered."));
    }

    private void checkSameAgain(Provider provider, List<Setting> first) {
        ask(provider, "name its settings a second time", () -> List.copyOf(provider.settings()))
                .filter(again -> !again.equals(first))
                .ifPresent(other -> add(
                        "It declares other settings when it is asked a second time.",
                        "Declare the same for as long as the server runs."));
    }

    /** An empty form and one with the defaults may be wrong; the provider must be able to say so. */
    private void checkValidation(Provider provider, List<Setting> declared) {
        var names = new HashSet<String>();
        declared.forEach(setting -> names.add(setting.name()));
        var empty = Settings.of(Map.of());
        for (var given : List.of(empty, empty.withDefaults(declared))) {
            ask(provider, "check an unfinished form", () -> List.copyOf(provider.validate(given))).stream()
                    .flatMap(List::stream)
                    .map(SettingFault::setting)
                    .filter(name -> !names.contains(name))
                    .distinct()
                    .forEach(name -> add(
                            "It finds a fault with " + name + ", which is no setting of it.",
                            "Name a declared setting, so that the fault stands at its field."));
        }
    }

    private <T> Optional<T> ask(Provider provider, String what, Callable<T> call) {
        try {
            return Optional.of(limit.call(provider.getClass().getClassLoader(), what, call));
        } catch (TimeoutException e) {
            add(
                    "It does not " + what + " within " + limit.limit().toMillis() / 1000.0 + " s.",
                    "Answer at once, and open no connection.");
        } catch (ExecutionException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            add(
                    "It fails to " + what + " with " + cause.getClass().getSimpleName() + ": " + cause.getMessage()
                            + ".",
                    "Throw nothing, whatever the values are.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            add("The check was stopped before it could " + what + ".", "Check it again.");
        }
        return Optional.empty();
    }

    private void add(String fault, String cure) {
        var found = new PluginFault(fault, cure);
        if (!faults.contains(found)) {
            faults.add(found);
        }
    }
}
