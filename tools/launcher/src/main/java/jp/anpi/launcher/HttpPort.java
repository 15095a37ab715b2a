package jp.anpi.launcher;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** The port of the product: where it is taken, Payara Micro would hang instead of saying so. */
final class HttpPort {

    private HttpPort() {}

    /** @throws LaunchFailure where it is in use, or not for this user to open */
    static void requireFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
        } catch (IOException taken) {
            boolean forbidden = String.valueOf(taken.getMessage()).contains("denied");
            throw new LaunchFailure("anpi.http.port = " + port
                    + (forbidden
                            ? ": this user may not open this port; allowed: a port from 1024"
                            : ": the port is in use by another program; stop that or choose another port"));
        }
    }
}
