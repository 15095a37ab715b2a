package jp.anpi.reporting.internal.paper;

import com.lowagie.text.DocumentException;
import com.lowagie.text.pdf.BaseFont;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** BIZ UDPGothic: letters made to be told apart by old eyes. Read once, embedded in each page by what it uses. */
enum Typeface {
    REGULAR("BIZUDPGothic-Regular.ttf"),
    BOLD("BIZUDPGothic-Bold.ttf");

    private final BaseFont font;

    Typeface(String file) {
        font = read(file);
    }

    BaseFont font() {
        return font;
    }

    boolean knows(int codePoint) {
        return font.charExists(codePoint);
    }

    private static BaseFont read(String file) {
        try (InputStream stream = Typeface.class.getResourceAsStream("/jp/anpi/reporting/font/" + file)) {
            return BaseFont.createFont(
                    file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.NOT_CACHED, stream.readAllBytes(), null);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (DocumentException broken) {
            throw new IllegalStateException("No font in " + file, broken);
        }
    }
}
