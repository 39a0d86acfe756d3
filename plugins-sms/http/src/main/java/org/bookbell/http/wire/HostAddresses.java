package org.bookbell.http.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The addresses of a host's name. The system's resolver cannot be interrupted and may take half a minute, so it is asked on
 * a thread of its own, by one question at a time whoever waits for it.
 */
final class HostAddresses {

    private final String host;
    private CompletableFuture<InetAddress[]> asked = CompletableFuture.failedFuture(new UnknownHostException());

    HostAddresses(String host) {
        this.host = host;
    }

    List<InetAddress> find(Deadline deadline) throws IOException, InterruptedException {
        try {
            return Arrays.asList(ask().get(deadline.millisLeft(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException unknown) {
            var failure = new UnknownHostException("the host name is not known");
            failure.initCause(unknown);
            throw failure;
        }
    }

    private synchronized CompletableFuture<InetAddress[]> ask() {
        if (asked.isDone()) {
            var answer = new CompletableFuture<InetAddress[]>();
            var thread = new Thread(() -> resolve(answer), "resolving a gateway's host");
            thread.setDaemon(true);
            thread.start();
            asked = answer;
        }
        return asked;
    }

    private void resolve(CompletableFuture<InetAddress[]> answer) {
        try {
            answer.complete(InetAddress.getAllByName(host));
        } catch (UnknownHostException | RuntimeException unknown) {
            answer.completeExceptionally(unknown);
        }
    }
}
