package org.bookbell.storage;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Keeps what was fired, for tests without a container. */
public final class RecordedEvents<T> implements Event<T> {

    private final Consumer<T> observer;
    private final List<T> fired = new ArrayList<>();

    /** Events that nobody observes. */
    public RecordedEvents() {
        this(event -> {});
    }

    /** Events that {@code observer} observes. */
    public RecordedEvents(Consumer<T> observer) {
        this.observer = observer;
    }

    public List<T> fired() {
        return List.copyOf(fired);
    }

    @Override
    public void fire(T event) {
        fired.add(event);
        observer.accept(event);
    }

    @Override
    public <U extends T> CompletionStage<U> fireAsync(U event) {
        throw new IllegalStateException("events are fired in their transaction");
    }

    @Override
    public <U extends T> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
        throw new IllegalStateException("events are fired in their transaction");
    }

    @Override
    public Event<T> select(Annotation... qualifiers) {
        throw new IllegalStateException("events have no qualifiers");
    }

    @Override
    public <U extends T> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
        throw new IllegalStateException("events have no qualifiers");
    }

    @Override
    public <U extends T> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
        throw new IllegalStateException("events have no qualifiers");
    }
}
