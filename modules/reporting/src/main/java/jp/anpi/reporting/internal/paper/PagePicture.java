package jp.anpi.reporting.internal.paper;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Draws a page of a PDF: what is shown before printing is the file itself, not another drawing of the same. */
public final class PagePicture {

    private PagePicture() {}

    public static int pages(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException impossible) {
            throw new UncheckedIOException("Our own file", impossible);
        }
    }

    public static byte[] png(byte[] pdf, int page, int width) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            if (page < 1 || page > document.getNumberOfPages()) {
                throw new IllegalArgumentException("There is no page " + page);
            }
            float scale = width / width(document.getPage(page - 1));
            BufferedImage image = new PDFRenderer(document).renderImage(page - 1, scale, ImageType.RGB);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "PNG", bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing to memory", impossible);
        }
    }

    /** A page across is an upright one that is turned. */
    private static float width(PDPage page) {
        PDRectangle box = page.getMediaBox();
        return page.getRotation() % 180 == 0 ? box.getWidth() : box.getHeight();
    }
}
