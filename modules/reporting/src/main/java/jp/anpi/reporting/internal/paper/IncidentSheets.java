package jp.anpi.reporting.internal.paper;

import com.lowagie.text.Document;
import com.lowagie.text.PageSize;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import jp.anpi.reporting.IncidentPaper;
import jp.anpi.reporting.IncidentPaper.Fact;
import jp.anpi.reporting.IncidentPaper.Line;
import jp.anpi.reporting.IncidentPrinting;
import jp.anpi.reporting.PrintedPaper;

/** Makes the PDF of an incident. */
@ApplicationScoped
public class IncidentSheets implements IncidentPrinting {

    @Override
    public PrintedPaper print(IncidentPaper paper) {
        Glyphs glyphs = new Glyphs();
        IncidentPaper printable = printable(paper, glyphs);
        IncidentPages pages = new IncidentPages(printable);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Document document = new Document(PageSize.A4);
        PdfWriter writer = PdfWriter.getInstance(document, bytes);
        document.addTitle(printable.title());
        document.open();
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString("ja-JP"));
        for (int page = 0; page < pages.count(); page++) {
            if (page > 0) {
                document.newPage();
            }
            writer.setPageEmpty(false);
            pages.draw(new Canvas(writer.getDirectContent(), IncidentPages.HEIGHT), page);
        }
        document.close();
        return new PrintedPaper(bytes.toByteArray(), glyphs.substituted());
    }

    private static IncidentPaper printable(IncidentPaper paper, Glyphs glyphs) {
        return new IncidentPaper(
                glyphs.printable(paper.title()),
                glyphs.printable(paper.organization()),
                glyphs.printable(paper.subject()),
                paper.facts().stream()
                        .map(fact -> new Fact(text(fact.label(), glyphs), text(fact.text(), glyphs)))
                        .toList(),
                glyphs.printable(paper.heading()),
                paper.lines().stream()
                        .map(line -> new Line(
                                glyphs.printable(line.at()), glyphs.printable(line.what()), text(line.said(), glyphs)))
                        .toList(),
                glyphs.printable(paper.printed()));
    }

    /** Line feeds are no glyphs. */
    private static String text(String text, Glyphs glyphs) {
        return String.join("\n", text.lines().map(glyphs::printable).toList());
    }
}
