package jp.anpi.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class InvitationQrTest {

    private static final String LINK = "https://line.me/R/oaMessage/%40123abcde/?%E6%8B%9B%E5%BE%85%3AABCD-EFGH-JKMN";

    @Test
    void a_phone_reads_the_link_from_the_png() throws Exception {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(new InvitationQr(LINK).png(480)));

        Result read = read(image);
        assertThat(image.getWidth()).isGreaterThanOrEqualTo(480);
        assertThat(read.getText()).isEqualTo(LINK);
        assertThat(read.getResultMetadata().get(ResultMetadataType.ERROR_CORRECTION_LEVEL))
                .isEqualTo("M");
    }

    @Test
    void a_stain_does_not_hide_the_link() throws Exception {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(new InvitationQr(LINK).png(480)));
        Graphics2D stain = image.createGraphics();
        stain.setColor(Color.WHITE);
        stain.fillOval(220, 220, 45, 45);
        stain.dispose();

        assertThat(read(image).getText()).isEqualTo(LINK);
    }

    @Test
    void a_phone_reads_the_link_from_the_svg() throws Exception {
        String svg = new String(new InvitationQr(LINK).svg(), StandardCharsets.UTF_8);

        assertThat(read(draw(svg, 8)).getText()).isEqualTo(LINK);
    }

    @Test
    void the_quiet_zone_is_part_of_the_picture() {
        String svg = new String(new InvitationQr(LINK).svg(), StandardCharsets.UTF_8);

        int width = numbers(svg, "viewBox=\"0 0 (\\d+) \\d+\"", 1).get(0);
        for (int direction : new int[] {1, 2}) {
            assertThat(numbers(svg, "M(\\d+) (\\d+)h1v1", direction))
                    .as("dark modules, four light ones beside them on each side")
                    .contains(4, width - 5)
                    .allMatch(at -> at >= 4 && at < width - 4);
        }
    }

    private static List<Integer> numbers(String svg, String pattern, int group) {
        return Pattern.compile(pattern)
                .matcher(svg)
                .results()
                .map(found -> Integer.valueOf(found.group(group)))
                .toList();
    }

    @Test
    void a_link_too_long_for_any_code_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new InvitationQr("x".repeat(5000)).svg());
    }

    private static Result read(BufferedImage image) throws Exception {
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(image))));
    }

    private static BufferedImage draw(String svg, int scale) {
        Matcher box = Pattern.compile("viewBox=\"0 0 (\\d+)").matcher(svg);
        assertThat(box.find()).isTrue();
        int side = Integer.parseInt(box.group(1)) * scale;
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D page = image.createGraphics();
        page.setColor(Color.WHITE);
        page.fillRect(0, 0, side, side);
        page.setColor(Color.BLACK);
        Pattern.compile("M(\\d+) (\\d+)h1")
                .matcher(svg)
                .results()
                .forEach(module -> page.fillRect(
                        Integer.parseInt(module.group(1)) * scale,
                        Integer.parseInt(module.group(2)) * scale,
                        scale,
                        scale));
        page.dispose();
        return image;
    }
}
