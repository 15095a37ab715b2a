package jp.anpi.line.internal.render;

import com.linecorp.bot.messaging.model.FlexBox;
import com.linecorp.bot.messaging.model.FlexBubble;
import com.linecorp.bot.messaging.model.FlexComponent;
import com.linecorp.bot.messaging.model.FlexMessage;
import com.linecorp.bot.messaging.model.FlexText;
import java.util.ArrayList;
import java.util.List;

/**
 * One bubble: what it is about in large letters, a few sentences, and what can be pressed.
 *
 * <p>What can be pressed are boxes, not LINE's button component: its letters cannot grow, and a long label in a large
 * type is cut off instead of wrapped. Colours are those of the Digital Agency's design system, all at least 4.5:1.
 */
public final class Bubbles {

    private static final String INK = "#1A1A1A";

    private Bubbles() {}

    /**
     * @param altText what notification and chat list show: the message in words
     * @param title may be null
     */
    public static FlexMessage of(String altText, String title, List<String> paragraphs, List<Choice> choices) {
        List<FlexComponent> content = new ArrayList<>();
        if (title != null) {
            content.add(text(title, FlexText.Weight.BOLD));
        }
        paragraphs.forEach(paragraph -> content.add(text(paragraph, FlexText.Weight.REGULAR)));
        if (!choices.isEmpty()) {
            content.add(choices(choices));
        }
        FlexBox body = new FlexBox.Builder(FlexBox.Layout.VERTICAL, content)
                .spacing("16px")
                .paddingAll("20px")
                .build();
        FlexBubble bubble =
                new FlexBubble.Builder().size(FlexBubble.Size.GIGA).body(body).build();
        return new FlexMessage(altText, bubble);
    }

    private static FlexText text(String text, FlexText.Weight weight) {
        return new FlexText.Builder()
                .text(text)
                .size("xl")
                .weight(weight)
                .color(INK)
                .lineSpacing("6px")
                .wrap(true)
                .scaling(true)
                .build();
    }

    private static FlexBox choices(List<Choice> choices) {
        List<FlexComponent> boxes =
                choices.stream().<FlexComponent>map(ChoiceBox::of).toList();
        return new FlexBox.Builder(FlexBox.Layout.VERTICAL, boxes)
                .spacing("14px")
                .margin("20px")
                .build();
    }
}
