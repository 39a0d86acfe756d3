package org.bookbell.launcher.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class StartThreadTest {

    @Test
    void it_keeps_its_class_loader_when_that_is_taken_away() throws Exception {
        try (URLClassLoader other = new URLClassLoader(new URL[0])) {
            ClassLoader kept = inStartThread(() -> {
                Thread.currentThread().setContextClassLoader(other);
                Thread.currentThread().setContextClassLoader(null);
                return Thread.currentThread().getContextClassLoader();
            });

            assertThat(kept).isSameAs(other);
        }
    }

    @Test
    void it_begins_with_the_one_of_who_starts_it() throws Exception {
        assertThat(inStartThread(() -> Thread.currentThread().getContextClassLoader()))
                .isSameAs(Thread.currentThread().getContextClassLoader());
    }

    private static ClassLoader inStartThread(Callable<ClassLoader> what) throws Exception {
        FutureTask<ClassLoader> task = new FutureTask<>(what);
        new StartThread(task).start();
        return task.get();
    }
}
