package org.bookbell.web;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import org.bookbell.storage.start.ServerStarted;

/** Tells the features that the application can be used. */
@WebListener
public class ApplicationStart implements ServletContextListener {

    @Inject
    Event<ServerStarted> started;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        started.fire(new ServerStarted());
    }
}
