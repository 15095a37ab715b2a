package jp.anpi.reporting;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The QR code of an invitation link, for a screen shown to somebody or for paper.
 *
 * <p>Error correction M survives a fold or a stain; the quiet zone of four modules is part of the picture, so that it
 * can be put on any ground.
 */
public final class InvitationQr {

    private static final int QUIET_ZONE = 4;
    private static final Map<EncodeHintType, Object> HINTS = Map.of(
            EncodeHintType.ERROR_CORRECTION,
            ErrorCorrectionLevel.M,
            EncodeHintType.MARGIN,
            QUIET_ZONE,
            EncodeHintType.CHARACTER_SET,
            StandardCharsets.UTF_8.name());

    private final String link;

    /** @param link at most about 2,000 characters */
    public InvitationQr(String link) {
        this.link = link;
    }

    /** A black-and-white PNG of at least {@code side} pixels a side. */
    public byte[] png(int side) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            MatrixToImageWriter.writeToStream(modules(side), "PNG", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing to memory", impossible);
        }
        return bytes.toByteArray();
    }

    /** An SVG of one unit a module, sharp at every size. */
    public byte[] svg() {
        BitMatrix modules = modules(0);
        String text = """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
                <path fill="#fff" d="M0 0h%1$dv%1$dH0z"/><path d="%2$s"/></svg>
                """.formatted(modules.getWidth(), outline(modules));
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private BitMatrix modules(int side) {
        try {
            return new QRCodeWriter().encode(link, BarcodeFormat.QR_CODE, side, side, HINTS);
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("A link of " + link.length() + " characters fits no QR code", tooLong);
        }
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
