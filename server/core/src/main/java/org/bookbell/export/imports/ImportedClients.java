package org.bookbell.export.imports;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bookbell.audit.Actor;
import org.bookbell.client.Channel;
import org.bookbell.client.ClientDetails;
import org.bookbell.client.ClientFile;
import org.bookbell.client.Clients;
import org.bookbell.client.choice.ConsentSource;
import org.bookbell.client.choice.Consents;
import org.bookbell.organization.Organization;
import org.bookbell.problem.Faults;
import org.bookbell.storage.Ids;

/** Finds the clients of lines, by the rule by which whoever books is recognized, or begins their files. */
@Dependent
class ImportedClients {

    private static final int KEPT_IN_MEMORY = 100;
    private static final String WORDING = "Brought in from a file whose owner states that the client agreed.";
    private static final Set<String> YES = Set.of("true", "yes", "1");
    private static final Set<String> NO = Set.of("false", "no", "0");

    private final Clients clients;
    private final ClientFile file;
    private final Consents consents;
    private final EntityManager entities;
    private final Ids ids;

    @Inject
    ImportedClients(Clients clients, ClientFile file, Consents consents, EntityManager entities, Ids ids) {
        this.clients = clients;
        this.file = file;
        this.consents = consents;
        this.entities = entities;
        this.ids = ids;
    }

    /**
     * Begins with a file.
     *
     * @param isAboutClients whether note, language and zone of a line are the client's, and not an appointment's
     */
    Batch begin(Actor actor, Organization organization, FaultList faults, boolean isAboutClients) {
        return new Batch(actor, organization, faults, isAboutClients);
    }

    /** The lines of one file. */
    final class Batch {

        private final Actor actor;
        private final Organization organization;
        private final FaultList faults;
        private final boolean isAboutClients;
        private long created;
        private long known;

        private Batch(Actor actor, Organization organization, FaultList faults, boolean isAboutClients) {
            this.actor = actor;
            this.organization = organization;
            this.faults = faults;
            this.isAboutClients = isAboutClients;
        }

        long created() {
            return created;
        }

        long known() {
            return known;
        }

        /** The id of the line's client; empty where the line has a fault, which is told. */
        Optional<Long> resolve(CsvLine line) {
            if (line.find(Field.CLIENT).isPresent()) {
                return find(line, line.find(Field.CLIENT).orElseThrow());
            }
            var details = details(line);
            var consent = line.find(Field.SMS_CONSENT).orElse("no").toLowerCase(Locale.ROOT);
            if (!check(line, details, consent)) {
                return Optional.empty();
            }
            var id = recognize(details);
            if (YES.contains(consent)) {
                consents.record(actor, organization.id(), id, Channel.SMS, WORDING, ConsentSource.IMPORT);
            }
            return Optional.of(id);
        }

        private Optional<Long> find(CsvLine line, String text) {
            var found = Ids.parse(text)
                    .filter(id -> !clients.list(organization.id(), Set.of(id)).isEmpty());
            if (found.isEmpty()) {
                faults.add("lines", line.number(), Field.CLIENT.heading(), "There is no such client.");
            }
            return found;
        }

        private long recognize(ClientDetails details) {
            var before = ids.next();
            var client = file.recognize(actor, organization.id(), details);
            if (client.id() > before) {
                created++;
            } else {
                known++;
            }
            if ((created + known) % KEPT_IN_MEMORY == 0) {
                entities.flush();
                entities.clear();
            }
            return client.id();
        }

        private ClientDetails details(CsvLine line) {
            return new ClientDetails(
                    line.find(Field.NAME).orElse(""),
                    line.textOrNull(Field.EMAIL),
                    line.textOrNull(Field.MOBILE),
                    line.textOrNull(Field.PHONE),
                    isAboutClients ? line.textOrNull(Field.LOCALE) : null,
                    isAboutClients ? line.textOrNull(Field.ZONE) : null,
                    isAboutClients ? line.textOrNull(Field.NOTE) : null);
        }

        private boolean check(CsvLine line, ClientDetails details, String consent) {
            var wrong = new Faults();
            details.check(wrong, "", organization.country());
            wrong.check(
                    YES.contains(consent) || NO.contains(consent), "/smsConsent", "The value must be true or false.");
            wrong.check(
                    !YES.contains(consent) || line.find(Field.MOBILE).isPresent(),
                    "/smsConsent",
                    "Without a mobile number there is nothing to agree to.");
            wrong.list()
                    .forEach(fault ->
                            faults.add("lines", line.number(), fault.pointer().substring(1), fault.detail()));
            return wrong.isEmpty();
        }
    }
}
