package jp.anpi.line.internal.menu;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;

/** The signs beside the words, drawn in a square of 100 by 100. A sign never stands alone: the word says it too. */
enum MenuSign {
    MENU("label.menu") {
        @Override
        void draw(Graphics2D pen) {
            for (int y = 26; y <= 74; y += 24) {
                pen.draw(new Line2D.Double(18, y, 82, y));
            }
        }
    },
    INVITE("label.invite") {
        @Override
        void draw(Graphics2D pen) {
            person(pen, 38);
            pen.draw(new Line2D.Double(82, 24, 82, 52));
            pen.draw(new Line2D.Double(68, 38, 96, 38));
        }
    },
    PAUSE("label.pause") {
        @Override
        void draw(Graphics2D pen) {
            Area moon = new Area(new Ellipse2D.Double(16, 16, 68, 68));
            moon.subtract(new Area(new Ellipse2D.Double(40, 4, 62, 62)));
            pen.fill(moon);
        }
    },
    MY_PAGE("label.my-page") {
        @Override
        void draw(Graphics2D pen) {
            pen.draw(new RoundRectangle2D.Double(14, 10, 72, 80, 16, 16));
            Graphics2D inner = (Graphics2D) pen.create();
            inner.translate(24, 20);
            inner.scale(0.52, 0.52);
            person(inner, 50);
            inner.dispose();
        }
    };

    private static final float STROKE = 9;

    private final String labelKey;

    MenuSign(String labelKey) {
        this.labelKey = labelKey;
    }

    String labelKey() {
        return labelKey;
    }

    abstract void draw(Graphics2D pen);

    /** Draws the sign with its upper left corner at the place, {@code size} pixels wide. */
    void drawAt(Graphics2D pen, double x, double y, double size) {
        Graphics2D own = (Graphics2D) pen.create();
        own.translate(x, y);
        own.scale(size / 100, size / 100);
        own.setStroke(new BasicStroke(STROKE, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        draw(own);
        own.dispose();
    }

    private static void person(Graphics2D pen, double middle) {
        pen.fill(new Ellipse2D.Double(middle - 18, 14, 36, 36));
        pen.fill(new Arc2D.Double(middle - 32, 58, 64, 64, 0, 180, Arc2D.PIE));
    }
}
