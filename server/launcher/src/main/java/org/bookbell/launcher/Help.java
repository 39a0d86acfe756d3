package org.bookbell.launcher;

import org.bookbell.launcher.console.Console;

/** The text of {@code --help}. */
final class Help {

    private Help() {}

    static String version() {
        String version = Help.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }

    static void show() {
        StringBuilder text = new StringBuilder("java -jar bookbell.jar [command] [options]\n\nCommands\n");
        for (Command command : Command.values()) {
            text.append(String.format("  %-28s %s%n", command.words(), command.purpose()));
        }
        text.append("""

                Options
                  --host HOST                  listen there (127.0.0.1; 0.0.0.0 for all addresses)
                  --port NUMBER                listen on that port (8080)
                  --data DIRECTORY             keep database, key and logs there (data)
                  --plugins DIRECTORY          load plugins from there (<data>/plugins)
                  --config FILE                read settings from there (<data>/bookbell.properties)
                  --demo                       fill an empty database with a sample business and a sample school
                  --help, --version

                Options of organization create
                  --name NAME                  what clients call it
                  --slug SLUG                  its name in addresses: lower-case letters, digits, hyphens; stays for good
                  --zone ZONE                  its time zone, such as Europe/Zurich
                  --locale LOCALE              its language, such as de-CH
                  --country COUNTRY            its country, such as CH
                  --owner E-MAIL               who signs in as its owner; --owner-name NAME if the e-mail says too little
                  --phone NUMBER, --email E-MAIL   how clients reach it (may be left out)

                Any setting may also be given as -Dbookbell.…=… before -jar, or as an environment variable BOOKBELL_….
                All settings: docs/configuration.md. Installing: docs/install.md.""");
        Console.say(text.toString());
    }
}
