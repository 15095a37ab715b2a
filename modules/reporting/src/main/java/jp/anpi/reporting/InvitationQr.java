package jp.anpi.reporting;

import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.common.BitMatrix;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import jp.anpi.reporting.internal.QrModules;

/**
 * The QR code of an invitation link, for a screen shown to somebody or for paper.
 *
 * <p>Error correction M survives a fold or a stain; the quiet zone of four modules is part of the picture, so that it
 * can be put on any ground.
 */
public final class InvitationQr {

    private final String link;

    /** @param link at most about 2,000 characters */
    public InvitationQr(String link) {
        this.link = link;
    }

    /** A black-and-white PNG of at least {@code side} pixels a side. */
    public byte[] png(int side) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            MatrixToImageWriter.writeToStream(QrModules.of(link, side), "PNG", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing to memory", impossible);
        }
        return bytes.toByteArray();
    }

    /** An SVG of one unit a module, sharp at every size. */
    public byte[] svg() {
        BitMatrix modules = QrModules.of(link, 0);
        String text = """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
                <path fill="#fff" d="M0 0h%1$dv%1$dH0z"/><path d="%2$s"/></svg>
                """.formatted(modules.getWidth(), outline(modules));
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String outline(BitMatrix modules) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }
}
