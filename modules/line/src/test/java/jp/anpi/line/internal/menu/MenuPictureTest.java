package jp.anpi.line.internal.menu;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import jp.anpi.line.internal.render.Phrases;
import org.junit.jupiter.api.Test;

class MenuPictureTest {

    private static final int MOST_BYTES = 1024 * 1024;

    private final byte[] png = MenuPicture.png(MenuPlan.of(new Phrases()));

    @Test
    void the_picture_has_the_size_and_weight_that_line_takes() throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));

        assertThat(image.getWidth()).isEqualTo(2500);
        assertThat(image.getHeight()).isEqualTo(843);
        assertThat(png.length).isLessThan(MOST_BYTES);
        // To be looked at: no assertion sees whether a menu is beautiful.
        Files.write(Files.createDirectories(Path.of("target")).resolve("rich-menu.png"), png);
    }

    @Test
    void the_same_words_give_the_same_picture() {
        assertThat(MenuPicture.png(MenuPlan.of(new Phrases()))).isEqualTo(png);
    }
}
