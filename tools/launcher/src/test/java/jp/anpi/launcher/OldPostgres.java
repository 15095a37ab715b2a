package jp.anpi.launcher;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Lets everybody in and says that it is PostgreSQL 13, which is too old to be fetched beside the newer one: the beginning
 * of a conversation in PostgreSQL's own protocol, and no more.
 *
 * @see <a href="https://www.postgresql.org/docs/13/protocol-flow.html">Message flow</a>
 */
final class OldPostgres implements AutoCloseable {

    private static final int SSL_REQUEST = 80877103;
    private static final int GSS_REQUEST = 80877104;

    private final ServerSocket server;

    OldPostgres() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread talking = new Thread(this::talk, "old-postgres");
        talking.setDaemon(true);
        talking.start();
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.getLocalPort() + "/anpi";
    }

    private void talk() {
        try (Socket client = server.accept();
                DataInputStream in = new DataInputStream(client.getInputStream());
                DataOutputStream out = new DataOutputStream(client.getOutputStream())) {
            for (int request = request(in); request == SSL_REQUEST || request == GSS_REQUEST; request = request(in)) {
                out.writeByte('N');
                out.flush();
            }
            say(out, 'R', new byte[4]);
            for (Map.Entry<String, String> told : Map.of(
                            "server_version", "13.22",
                            "client_encoding", "UTF8",
                            "integer_datetimes", "on",
                            "standard_conforming_strings", "on",
                            "DateStyle", "ISO, MDY",
                            "TimeZone", "UTC")
                    .entrySet()) {
                say(out, 'S', text(told.getKey() + "\0" + told.getValue()));
            }
            say(out, 'Z', new byte[] {'I'});
            for (int kind = in.read(); kind != 'X' && kind != -1; kind = in.read()) {
                in.readNBytes(in.readInt() - 4);
                answer(out, kind);
            }
        } catch (IOException over) {
            throw new UncheckedIOException(over);
        }
    }

    /** To whatever is set. */
    private static void answer(DataOutputStream out, int kind) throws IOException {
        switch (kind) {
            case 'P' -> say(out, '1', new byte[0]);
            case 'B' -> say(out, '2', new byte[0]);
            case 'D' -> say(out, 'n', new byte[0]);
            case 'E' -> say(out, 'C', text("SET"));
            default -> say(out, 'Z', new byte[] {'I'});
        }
    }

    private static void say(DataOutputStream out, char kind, byte[] content) throws IOException {
        out.writeByte(kind);
        out.writeInt(4 + content.length);
        out.write(content);
        out.flush();
    }

    private static byte[] text(String text) {
        return (text + "\0").getBytes(StandardCharsets.UTF_8);
    }

    /** What the client asks for before it is let in: its number tells. */
    private static int request(DataInputStream in) throws IOException {
        int length = in.readInt();
        int number = in.readInt();
        in.readNBytes(length - 8);
        return number;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
