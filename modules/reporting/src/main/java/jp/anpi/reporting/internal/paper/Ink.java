package jp.anpi.reporting.internal.paper;

import java.awt.Color;

/** The colours of the paper, from the Digital Agency's design system; all text has a contrast of 4.5 and more. */
final class Ink {

    static final Color TEXT = new Color(0x1A1A1A);
    static final Color QUIET = new Color(0x4D4D4D);
    static final Color LINE = new Color(0xB3B3B3);
    static final Color PAPER = Color.WHITE;
    static final Color GREEN = new Color(0x115A36);
    static final Color BUTTON = new Color(0x197A4B);
    static final Color LEAF = new Color(0x9BD4B5);
    static final Color MIST = new Color(0xE6F5EC);
    static final Color SUN = new Color(0xFFF4D6);
    static final Color AMBER = new Color(0xFFBF3B);
    static final Color RED = new Color(0xCE0000);

    private Ink() {}
}
