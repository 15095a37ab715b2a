package jp.anpi.reporting.internal.paper;

import java.awt.Color;

/** Simple drawings that say it without words. */
final class Pictures {

    private static final double PHONE_SHAPE = 1.62;

    private final Canvas canvas;

    Pictures(Canvas canvas) {
        this.canvas = canvas;
    }

    static double phoneHeight(double width) {
        return width * PHONE_SHAPE;
    }

    /** A phone that asks, and the large button that answers. */
    void phone(double x, double y, double width) {
        double height = phoneHeight(width);
        double rim = width * 0.06;
        canvas.box(x, y, width, height, width * 0.13, Ink.TEXT);
        canvas.box(x + rim, y + rim * 1.6, width - 2 * rim, height - rim * 3.2, width * 0.06, Ink.LEAF);
        double inner = x + width * 0.13;
        double innerWidth = width * 0.74;
        bubble(inner, y + height * 0.16, innerWidth, height * 0.2);
        button(inner, y + height * 0.5, innerWidth, height * 0.3);
    }

    private void bubble(double x, double y, double width, double height) {
        canvas.box(x, y, width, height, height * 0.3, Ink.PAPER);
        canvas.triangle(
                x + width * 0.14,
                y + height - 0.1,
                x + width * 0.3,
                y + height - 0.1,
                x + width * 0.12,
                y + height * 1.3,
                Ink.PAPER);
        inside(PaperWords.of("phone.question"), TextStyle.bold(width * 0.44).centre(), x, y, width, height);
    }

    void button(double x, double y, double width, double height) {
        canvas.box(x, y, width, height, height * 0.22, Ink.BUTTON);
        inside(
                PaperWords.of("phone.ok"),
                TextStyle.bold(height * 1.6).in(Ink.PAPER).centre(),
                x,
                y,
                width,
                height);
    }

    /** Head and shoulders, {@code size} wide and as high. */
    void person(double x, double y, double size, Color color) {
        canvas.circle(x + size / 2, y + size * 0.28, size * 0.24, color);
        canvas.box(x + size * 0.08, y + size * 0.57, size * 0.84, size * 0.43, size * 0.21, color);
    }

    void number(String digit, double x, double y, double size) {
        canvas.circle(x + size / 2, y + size / 2, size / 2, Ink.GREEN);
        inside(digit, TextStyle.bold(size * 1.75).in(Ink.PAPER).centre(), x, y, size, size);
    }

    /** A text in the middle of a box. */
    void inside(String text, TextStyle style, double x, double y, double width, double height) {
        canvas.text(text, style, x, y + (height - style.height(text, width)) / 2, width);
    }

    /** A fact in a rounded field. */
    void fact(String text, double x, double y, double width, double height, double size) {
        canvas.box(x, y, width, height, height / 2, Ink.SUN);
        canvas.frame(x, y, width, height, height / 2, Ink.AMBER, 0.5);
        TextStyle style = TextStyle.bold(size).centre().fitting(text, width - 4, 1);
        inside(text, style, x + 2, y, width - 4, height);
    }
}
