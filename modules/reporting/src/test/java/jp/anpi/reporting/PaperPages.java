package jp.anpi.reporting;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.ReaderException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** A PDF as a printer shows it. */
final class PaperPages {

    private static final float DOTS_PER_INCH = 300;
    private static final Path KEPT = Path.of("target", "papers");

    private final byte[] pdf;

    PaperPages(byte[] pdf) {
        this.pdf = pdf;
    }

    int count() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }

    /** Without the spaces and line breaks between phrases. */
    String text() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }

    List<String> fontsOutside() throws IOException {
        List<String> outside = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage page : document.getPages()) {
                outside.addAll(fontsOutside(page.getResources()));
            }
        }
        return outside;
    }

    List<BufferedImage> images() throws IOException {
        List<BufferedImage> images = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer renderer = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                images.add(renderer.renderImageWithDPI(page, DOTS_PER_INCH, ImageType.RGB));
            }
        }
        return images;
    }

    /** Keeps the pages as pictures, to be looked at. */
    static void keep(List<BufferedImage> images, String name) throws IOException {
        Files.createDirectories(KEPT);
        for (int page = 0; page < images.size(); page++) {
            ImageIO.write(
                    images.get(page),
                    "PNG",
                    KEPT.resolve(name + "-" + (page + 1) + ".png").toFile());
        }
    }

    /** Of every page, cut into so many pieces: a phone looks at one code at a time. */
    static List<String> links(List<BufferedImage> images, int columns, int rows) {
        List<String> links = new ArrayList<>();
        for (BufferedImage image : images) {
            int width = image.getWidth() / columns;
            int height = image.getHeight() / rows;
            for (int piece = 0; piece < columns * rows; piece++) {
                int x = piece % columns * width;
                int y = piece / columns * height;
                link(image.getSubimage(x, y, width, height)).ifPresent(links::add);
            }
        }
        return links;
    }

    private static Optional<String> link(BufferedImage image) {
        try {
            BinaryBitmap seen = new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(image)));
            return Optional.of(new QRCodeReader()
                    .decode(seen, Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText());
        } catch (ReaderException none) {
            return Optional.empty();
        }
    }

    private static List<String> fontsOutside(PDResources resources) throws IOException {
        List<String> outside = new ArrayList<>();
        for (COSName name : StreamSupport.stream(resources.getFontNames().spliterator(), false)
                .toList()) {
            PDFont font = resources.getFont(name);
            if (!font.isEmbedded()) {
                outside.add(font.getName());
            }
        }
        return outside;
    }
}
