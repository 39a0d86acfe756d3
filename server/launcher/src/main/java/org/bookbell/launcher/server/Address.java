package org.bookbell.launcher.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.List;
import org.bookbell.launcher.console.Fault;
import org.bookbell.launcher.settings.Settings;

/** Whether the server may listen where it is told to. */
public final class Address {

    private Address() {}

    /** Tries it, if host and port can be right at all. */
    public static void check(Settings settings, List<Fault> faults) {
        String host = settings.get("bookbell.host");
        settings.find("bookbell.port").map(Integer::valueOf).ifPresent(port -> check(host, port, faults));
    }

    private static void check(String host, int port, List<Fault> faults) {
        try (ServerSocket socket = new ServerSocket()) {
            InetAddress address = InetAddress.getByName(host);
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
        } catch (UnknownHostException e) {
            faults.add(new Fault(
                    "The host " + host + " is not known.",
                    "Give an address of this machine with --host, such as 127.0.0.1, or 0.0.0.0 for all of them."));
        } catch (IOException e) {
            faults.add(new Fault(
                    "The server cannot listen on " + host + ":" + port + ": " + e.getMessage() + ".",
                    "Stop what uses the port, or choose another with --port; --host must be an address of this"
                            + " machine, and ports below 1024 need a privilege."));
        }
    }
}
