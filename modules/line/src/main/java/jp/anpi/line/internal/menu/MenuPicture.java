package jp.anpi.line.internal.menu;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/**
 * Draws the menu as a PNG: white cards, large type of a UD font, signs in the blue of the buttons.
 *
 * <p>The same plan gives the same picture everywhere: the font is the product's own, none of the machine's is used.
 */
final class MenuPicture {

    private static final String FONT = "/jp/anpi/line/font/BIZUDGothic-Bold.ttf";
    private static final float TYPE_SIZE = 150;
    private static final int SIGN_SIZE = 190;
    private static final int GAP = 18;
    private static final int ROUNDING = 48;
    private static final int SIGN_LEFT = 110;
    private static final int WORD_LEFT = 380;

    private static final Color GROUND = new Color(0xE6E6E6);
    private static final Color CARD = Color.WHITE;
    private static final Color SIGN = new Color(0x0017C1);
    private static final Color INK = new Color(0x1A1A1A);

    private MenuPicture() {}

    static byte[] png(MenuPlan plan) {
        BufferedImage image = new BufferedImage(MenuPlan.WIDTH, MenuPlan.HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(GROUND);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.setFont(font());
        plan.places().forEach(place -> draw(pen, place));
        pen.dispose();
        return encoded(image);
    }

    private static void draw(Graphics2D pen, MenuPlace place) {
        Rectangle area = place.area();
        pen.setColor(CARD);
        pen.fill(new RoundRectangle2D.Double(
                area.x + GAP, area.y + GAP, area.width - 2.0 * GAP, area.height - 2.0 * GAP, ROUNDING, ROUNDING));
        pen.setColor(SIGN);
        place.sign().drawAt(pen, area.x + SIGN_LEFT, area.y + (area.height - SIGN_SIZE) / 2.0, SIGN_SIZE);
        pen.setColor(INK);
        FontMetrics metrics = pen.getFontMetrics();
        int baseline = area.y + (area.height - metrics.getHeight()) / 2 + metrics.getAscent();
        pen.drawString(place.label(), area.x + WORD_LEFT, baseline);
    }

    private static Font font() {
        try (InputStream bytes = MenuPicture.class.getResourceAsStream(FONT)) {
            return Font.createFont(Font.TRUETYPE_FONT, bytes).deriveFont(TYPE_SIZE);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (FontFormatException damaged) {
            throw new IllegalStateException("The bundled font is damaged", damaged);
        }
    }

    private static byte[] encoded(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
