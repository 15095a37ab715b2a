package jp.anpi.reporting.internal.paper;

import com.google.zxing.common.BitMatrix;
import com.lowagie.text.pdf.PdfContentByte;
import java.awt.Color;

/** One page to draw on. */
final class Canvas {

    private static final double ASCENT = 0.88;

    /** Neighbours overlap a little, or a fine white line shows between them on a screen. */
    private static final double WITHOUT_SEAMS = 1.03;

    private final PdfContentByte content;
    private final double height;

    Canvas(PdfContentByte content, double height) {
        this.content = content;
        this.height = height;
    }

    /** @return where the next text may begin, from above */
    double text(String text, TextStyle style, double x, double y, double width) {
        double line = y;
        for (String words : style.lines(text, width)) {
            double indent = style.centred() ? (width - style.width(words)) / 2 : 0;
            double lead = (style.lineHeight() - points(style.size())) / 2;
            write(words, style, x + indent, line + lead + points(style.size()) * ASCENT);
            line += style.lineHeight();
        }
        return line;
    }

    void box(double x, double y, double width, double height, double radius, Color fill) {
        content.setColorFill(fill);
        content.roundRectangle(units(x), fromBelow(y + height), units(width), units(height), units(radius));
        content.fill();
    }

    void frame(double x, double y, double width, double height, double radius, Color stroke, double thickness) {
        content.setColorStroke(stroke);
        content.setLineWidth(units(thickness));
        content.roundRectangle(units(x), fromBelow(y + height), units(width), units(height), units(radius));
        content.stroke();
    }

    void circle(double x, double y, double radius, Color fill) {
        content.setColorFill(fill);
        content.circle(units(x), fromBelow(y), units(radius));
        content.fill();
    }

    void line(double fromX, double fromY, double toX, double toY, double thickness, Color stroke) {
        content.setColorStroke(stroke);
        content.setLineWidth(units(thickness));
        content.moveTo(units(fromX), fromBelow(fromY));
        content.lineTo(units(toX), fromBelow(toY));
        content.stroke();
    }

    /** A triangle that points down. */
    void arrow(double x, double y, double width, double height, Color fill) {
        triangle(x, y, x + width, y, x + width / 2, y + height, fill);
    }

    void triangle(double ax, double ay, double bx, double by, double cx, double cy, Color fill) {
        content.setColorFill(fill);
        content.moveTo(units(ax), fromBelow(ay));
        content.lineTo(units(bx), fromBelow(by));
        content.lineTo(units(cx), fromBelow(cy));
        content.closePath();
        content.fill();
    }

    /** A QR code on white; its quiet zone is part of the side. */
    void qr(BitMatrix modules, double x, double y, double side) {
        box(x, y, side, side, 0, Ink.PAPER);
        double module = side / modules.getWidth();
        content.setColorFill(Color.BLACK);
        for (int row = 0; row < modules.getHeight(); row++) {
            for (int column = 0; column < modules.getWidth(); column++) {
                if (modules.get(column, row)) {
                    square(x + column * module, y + row * module, module * WITHOUT_SEAMS);
                }
            }
        }
        content.fill();
    }

    private void square(double x, double y, double side) {
        content.rectangle(units(x), fromBelow(y + side), units(side), units(side));
    }

    private void write(String words, TextStyle style, double x, double baseline) {
        content.beginText();
        content.setColorFill(style.color());
        content.setFontAndSize(style.face().font(), (float) style.size());
        content.setTextMatrix(units(x), fromBelow(baseline));
        content.showText(words);
        content.endText();
    }

    private float fromBelow(double y) {
        return units(height - y);
    }

    private static double points(double size) {
        return size * TextStyle.MILLIMETRES_A_POINT;
    }

    private static float units(double millimetres) {
        return (float) (millimetres / TextStyle.MILLIMETRES_A_POINT);
    }
}
