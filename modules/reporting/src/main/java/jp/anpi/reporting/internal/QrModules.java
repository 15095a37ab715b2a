package jp.anpi.reporting.internal;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The dark and light squares of a link's QR code.
 *
 * <p>Error correction M survives a fold or a stain; the quiet zone of four modules is part of it, so that it can be put
 * on any ground.
 */
public final class QrModules {

    private static final int QUIET_ZONE = 4;
    private static final Map<EncodeHintType, Object> HINTS = Map.of(
            EncodeHintType.ERROR_CORRECTION,
            ErrorCorrectionLevel.M,
            EncodeHintType.MARGIN,
            QUIET_ZONE,
            EncodeHintType.CHARACTER_SET,
            StandardCharsets.UTF_8.name());

    private QrModules() {}

    /**
     * @param side pixels a side at least; 0 for one a module
     * @throws IllegalArgumentException when the link is too long for any code
     */
    public static BitMatrix of(String link, int side) {
        try {
            return new QRCodeWriter().encode(link, BarcodeFormat.QR_CODE, side, side, HINTS);
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("A link of " + link.length() + " characters fits no QR code", tooLong);
        }
    }
}
