package org.bookbell.launcher;

import java.util.List;
import org.bookbell.launcher.console.Console;
import org.bookbell.launcher.console.Fault;
import org.bookbell.launcher.console.FaultsException;
import org.bookbell.launcher.database.Database;
import org.bookbell.launcher.settings.Defaults;
import org.bookbell.launcher.settings.KnownSettings;
import org.bookbell.launcher.settings.Settings;
import org.bookbell.launcher.settings.SettingsReader;

/**
 * One call of a command.
 *
 * @param faults what was wrong with its words, and whatever is found wrong later
 * @param machineZone the time zone that the machine is set to
 */
record Call(CommandLine line, List<Fault> faults, String machineZone) {

    /** The complete settings, with odd ones said and wrong ones in {@link #faults}. */
    Settings settings() {
        SettingsReader reader = new SettingsReader(KnownSettings.documented(), faults);
        Settings given = reader.read(line.settings(), System.getProperties(), System.getenv());
        reader.warnings().forEach(Console::say);
        return Database.checked(Defaults.of(machineZone).complete(given, faults), faults);
    }

    /** Ends the call, telling all faults at once, if there are any. */
    void stopIfAnyFault() throws FaultsException {
        if (!faults.isEmpty()) {
            throw new FaultsException(faults);
        }
    }
}
