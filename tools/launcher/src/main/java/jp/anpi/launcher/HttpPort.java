package jp.anpi.launcher;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import jp.anpi.foundation.Settings;

/** The port of the product: where it is taken, Payara Micro would hang instead of saying so. */
final class HttpPort {

    private HttpPort() {}

    /** @throws LaunchFailure where it is in use, or not for this user to open, or the address is not of this machine */
    static void requireFree(String address, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
        } catch (IOException taken) {
            if (String.valueOf(taken.getMessage()).contains("assign requested address")) {
                throw new LaunchFailure(
                        LaunchFailure.WRONG_SETTING,
                        "anpi.http.address = " + address + ": is no address of this machine; allowed: one of its own, "
                                + Settings.EVERY_ADDRESS + " for every one");
            }
            boolean forbidden = String.valueOf(taken.getMessage()).contains("denied");
            throw new LaunchFailure("anpi.http.port = " + port
                    + (forbidden
                            ? ": this user may not open this port; allowed: a port from 1024"
                            : ": the port is in use by another program; stop that or choose another port"));
        }
    }
}
