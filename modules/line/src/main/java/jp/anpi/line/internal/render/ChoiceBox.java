package jp.anpi.line.internal.render;

import com.linecorp.bot.messaging.model.FlexBox;
import com.linecorp.bot.messaging.model.FlexText;
import java.util.List;

/** A choice as a box that is pressed; tall enough for a shaking finger. */
final class ChoiceBox {

    private static final String WHITE = "#FFFFFF";
    private static final String GREEN = "#197A4B";
    private static final String BLUE = "#0017C1";
    private static final String GREY = "#767676";
    private static final String INK = "#333333";

    private ChoiceBox() {}

    static FlexBox of(Choice choice) {
        return switch (choice.style()) {
            case OK -> box(choice, new Look(GREEN, GREEN, WHITE, "4xl", FlexText.Weight.BOLD, "28px"));
            case PRIMARY -> box(choice, new Look(BLUE, BLUE, WHITE, "xl", FlexText.Weight.BOLD, "16px"));
            case SECONDARY -> box(choice, new Look(WHITE, BLUE, BLUE, "xl", FlexText.Weight.BOLD, "16px"));
            case QUIET -> box(choice, new Look(WHITE, GREY, INK, "xl", FlexText.Weight.REGULAR, "14px"));
        };
    }

    private record Look(
            String ground, String border, String ink, String size, FlexText.Weight weight, String padding) {}

    private static FlexBox box(Choice choice, Look look) {
        FlexText label = new FlexText.Builder()
                .text(choice.action().label())
                .size(look.size)
                .weight(look.weight)
                .color(look.ink)
                .align(FlexText.Align.CENTER)
                .wrap(true)
                .scaling(true)
                .build();
        return new FlexBox.Builder(FlexBox.Layout.VERTICAL, List.of(label))
                .backgroundColor(look.ground)
                .borderColor(look.border)
                .borderWidth("2px")
                .cornerRadius("12px")
                .paddingTop(look.padding)
                .paddingBottom(look.padding)
                .paddingStart("8px")
                .paddingEnd("8px")
                .action(choice.action())
                .build();
    }
}
