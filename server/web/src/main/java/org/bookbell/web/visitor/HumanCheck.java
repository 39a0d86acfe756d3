package org.bookbell.web.visitor;

import java.util.Optional;

/** Whether a visitor is a person: asked only of who books more than a few times, and only where a check is configured. */
public interface HumanCheck {

    /** What a page shows for it; empty where no check is configured. */
    Optional<Widget> widget();

    /**
     * Whether the visitor passed. A check that does not answer lets pass: the hard limits hold without it.
     *
     * @param answer what the page's widget sent
     * @param address of the visitor
     */
    boolean isPassed(String answer, String address);
}
