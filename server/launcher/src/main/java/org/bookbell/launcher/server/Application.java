package org.bookbell.launcher.server;

import java.lang.management.ManagementFactory;
import java.util.List;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.ObjectName;
import org.bookbell.launcher.console.FaultsException;
import org.bookbell.launcher.console.Reply;

/**
 * The application that runs in this process, asked for what only it can do. It registers itself as a management bean
 * with one operation on texts, so that neither side needs a class of the other.
 */
public final class Application {

    private static final String NAME = "org.bookbell:type=Console";

    private Application() {}

    /** Lets the application run the command {@code words}. */
    public static Reply ask(List<String> words) throws FaultsException {
        try {
            Object text = ManagementFactory.getPlatformMBeanServer()
                    .invoke(new ObjectName(NAME), "run", new Object[] {words.toArray(new String[0])}, new String[] {
                        String[].class.getName()
                    });
            return Reply.parse(List.of((String[]) text));
        } catch (InstanceNotFoundException e) {
            throw new FaultsException("The application is not up.", "See its log; wait until it is, and try again.");
        } catch (JMException e) {
            throw new IllegalStateException("the application failed to answer", e);
        }
    }
}
