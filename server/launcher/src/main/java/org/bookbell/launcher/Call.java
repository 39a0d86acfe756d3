package org.bookbell.launcher;

import java.util.List;

/** One call of a command: its words, and what was wrong with them. */
record Call(CommandLine line, List<Fault> faults) {

    /** The complete settings, with odd ones said and wrong ones in {@link #faults}. */
    Settings settings() {
        SettingsReader reader = new SettingsReader(KnownSettings.documented(), faults);
        Settings given = reader.read(line.settings(), System.getProperties(), System.getenv());
        reader.warnings().forEach(Console::say);
        return Defaults.complete(given, faults);
    }

    /** Ends the call, telling all faults at once, if there are any. */
    void stopIfAnyFault() throws FaultsException {
        if (!faults.isEmpty()) {
            throw new FaultsException(faults);
        }
    }
}
