package org.bookbell.web.console;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.bookbell.problem.ProblemException;
import org.bookbell.storage.start.ServerResources;
import org.bookbell.storage.start.ServerStarted;
import org.bookbell.web.Endpoint;

/** Lets the launcher ask from when the application is up until it goes down. */
@Endpoint
class ConsoleStart {

    private static final String NAME = "org.bookbell:type=Console";
    private static final int AFTER_THE_FEATURES = 900;
    private static final MBeanServer BEANS = ManagementFactory.getPlatformMBeanServer();

    private final OrganizationCommand organization;
    private final ImportCommand archive;
    private final CheckCommand check;

    @Inject
    ConsoleStart(OrganizationCommand organization, ImportCommand archive, CheckCommand check) {
        this.organization = organization;
        this.archive = archive;
        this.check = check;
    }

    /** The caller's thread is not the application server's: it gets the application's context for each run. */
    void start(@Observes @Priority(AFTER_THE_FEATURES) ServerStarted event) {
        ContextService contexts = ServerResources.get("java:comp/DefaultContextService");
        Function<String[], String[]> run = contexts.contextualFunction(this::run);
        ConsoleMXBean bean = run::apply;
        register(Optional.of(bean));
    }

    @PreDestroy
    void stop() {
        register(Optional.empty());
    }

    /** Puts {@code bean} in the place of what an application that is gone may have left. */
    private static void register(Optional<ConsoleMXBean> bean) {
        try {
            var name = new ObjectName(NAME);
            if (BEANS.isRegistered(name)) {
                BEANS.unregisterMBean(name);
            }
            if (bean.isPresent()) {
                BEANS.registerMBean(new StandardMBean(bean.get(), ConsoleMXBean.class, true), name);
            }
        } catch (JMException failure) {
            throw new IllegalStateException("the console cannot be registered", failure);
        }
    }

    private String[] run(String[] words) {
        List<String> values = Arrays.asList(words).subList(1, words.length);
        var answer = new ConsoleAnswer();
        try {
            run(words[0], values, answer);
        } catch (ProblemException refusal) {
            answer.fault(refusal.detail(), "Try again.");
        }
        return answer.toText();
    }

    private void run(String command, List<String> values, ConsoleAnswer answer) {
        switch (command) {
            case "check" -> check.run(answer);
            case "organization create" -> organization.create(values, answer);
            case "organization import" -> archive.run(values, answer);
            case "organization check" -> organization.check(values, answer);
            default ->
                answer.fault(
                        "The running server does not know " + command + ".", "Use the same bookbell.jar for both.");
        }
    }
}
