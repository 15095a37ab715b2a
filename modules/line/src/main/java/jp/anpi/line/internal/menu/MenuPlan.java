package jp.anpi.line.internal.menu;

import com.linecorp.bot.messaging.model.MessageAction;
import com.linecorp.bot.messaging.model.RichMenuArea;
import com.linecorp.bot.messaging.model.RichMenuBounds;
import com.linecorp.bot.messaging.model.RichMenuRequest;
import com.linecorp.bot.messaging.model.RichMenuSize;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import jp.anpi.line.internal.render.Phrases;

/**
 * What stands where in the menu: two rows of two, half the height that LINE allows, so that the question and its OK
 * stay in sight above it.
 *
 * <p>The places send words, no postbacks: they do what typing the word does, at any time.
 */
record MenuPlan(String barText, List<MenuPlace> places) {

    static final int WIDTH = 2500;
    static final int HEIGHT = 843;
    private static final int COLUMNS = 2;

    static MenuPlan of(Phrases phrases) {
        List<MenuPlace> places = new ArrayList<>();
        for (MenuSign sign : MenuSign.values()) {
            places.add(new MenuPlace(area(places.size()), sign, phrases.of(sign.labelKey())));
        }
        return new MenuPlan(phrases.of("menu.bar"), List.copyOf(places));
    }

    RichMenuRequest request(String name) {
        List<RichMenuArea> areas = places.stream()
                .map(place -> new RichMenuArea(bounds(place.area()), new MessageAction(place.label(), place.label())))
                .toList();
        return new RichMenuRequest(new RichMenuSize((long) WIDTH, (long) HEIGHT), true, name, barText, areas);
    }

    private static Rectangle area(int position) {
        int left = WIDTH / COLUMNS * (position % COLUMNS);
        // The odd pixel of the height belongs to the upper row.
        int upper = (HEIGHT + 1) / 2;
        boolean first = position < COLUMNS;
        return new Rectangle(left, first ? 0 : upper, WIDTH / COLUMNS, first ? upper : HEIGHT - upper);
    }

    private static RichMenuBounds bounds(Rectangle area) {
        return new RichMenuBounds((long) area.x, (long) area.y, (long) area.width, (long) area.height);
    }
}
