package org.bookbell.dispatch.figures;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;

/** Tells whoever counts, if anybody does; that it fails costs nobody an answer. */
@Dependent
public class Figures {

    private static final Logger LOG = System.getLogger(Figures.class.getName());

    private final Consumer<Figure> observer;

    @Inject
    Figures(Event<Figure> events) {
        this.observer = events::fire;
    }

    public Figures(Consumer<Figure> observer) {
        this.observer = observer;
    }

    public void tell(Figure figure) {
        try {
            observer.accept(figure);
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "Something is not counted: " + figure, failure);
        }
    }
}
