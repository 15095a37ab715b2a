package jp.anpi.reporting.internal.paper;

import com.lowagie.text.Document;
import com.lowagie.text.PageSize;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import jp.anpi.reporting.InvitationPaper;
import jp.anpi.reporting.InvitationPrinting;
import jp.anpi.reporting.PaperKind;
import jp.anpi.reporting.PrintedPaper;

/** Makes the PDF and puts the pages into it. */
@ApplicationScoped
public class PaperPrinting implements InvitationPrinting {

    private static final Rectangle ACROSS = PageSize.A4.rotate();

    @Override
    public PrintedPaper print(PaperKind kind, InvitationPaper paper) {
        Glyphs glyphs = new Glyphs();
        Sheet sheet = Sheet.of(paper, glyphs);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Document document = new Document(kind == PaperKind.LEAFLET ? ACROSS : PageSize.A4);
        PdfWriter writer = PdfWriter.getInstance(document, bytes);
        document.addTitle(sheet.paper().service());
        document.open();
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString("ja-JP"));
        draw(kind, sheet, document, writer);
        document.close();
        return new PrintedPaper(bytes.toByteArray(), glyphs.substituted());
    }

    private static void draw(PaperKind kind, Sheet sheet, Document document, PdfWriter writer) {
        switch (kind) {
            case LEAFLET -> {
                new LeafletOutside(page(writer, Leaflet.HEIGHT), sheet).draw();
                document.newPage();
                new LeafletInside(page(writer, Leaflet.HEIGHT), sheet).draw();
            }
            case POSTER -> new Poster(page(writer, Poster.HEIGHT), sheet).draw();
            case CARDS -> new Cards(page(writer, Poster.HEIGHT), sheet).draw();
        }
    }

    private static Canvas page(PdfWriter writer, double height) {
        writer.setPageEmpty(false);
        return new Canvas(writer.getDirectContent(), height);
    }
}
