package jp.anpi.launcher.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A port for the simulator: beside the product's where possible, since such addresses are easy to remember. */
final class FreePort {

    private static final int NEIGHBOURS = 20;
    private static final int LAST = 65535;

    private FreePort() {}

    /** The first free port from here on the loopback address; 0, which means any, where the neighbours are taken. */
    static int near(int first) {
        for (int port = first; port < first + NEIGHBOURS && port <= LAST; port++) {
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // The next one, then.
            }
        }
        return 0;
    }
}
