package jp.anpi.line.internal.render;

import com.linecorp.bot.messaging.model.Action;
import com.linecorp.bot.messaging.model.DatetimePickerAction;
import com.linecorp.bot.messaging.model.MessageAction;
import com.linecorp.bot.messaging.model.PostbackAction;
import com.linecorp.bot.messaging.model.URIAction;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/** The actions that Anpi puts under a label. */
public final class Actions {

    private static final DateTimeFormatter HOUR_AND_MINUTE = DateTimeFormatter.ofPattern("HH:mm");

    private Actions() {}

    /** Pressing it shows the label as the person's own words. */
    public static Action postback(String label, String data) {
        return new PostbackAction.Builder()
                .label(label)
                .data(data)
                .displayText(label)
                .build();
    }

    /** Pressing it sends the label as a message: the platform then says who pressed, also in a group (E-15). */
    public static Action message(String label) {
        return message(label, label);
    }

    public static Action message(String label, String text) {
        return new MessageAction(label, text);
    }

    public static Action uri(String label, URI address) {
        return new URIAction(label, address, null);
    }

    /** Asks for a time of day; {@code initial} is what the picker shows first. */
    public static Action time(String label, String data, LocalTime initial) {
        return new DatetimePickerAction.Builder()
                .label(label)
                .data(data)
                .mode(DatetimePickerAction.Mode.TIME)
                .initial(HOUR_AND_MINUTE.format(initial))
                .build();
    }

    /** Asks for a date between {@code min} and {@code max}, both inclusive. */
    public static Action date(String label, String data, LocalDate initial, LocalDate min, LocalDate max) {
        return new DatetimePickerAction.Builder()
                .label(label)
                .data(data)
                .mode(DatetimePickerAction.Mode.DATE)
                .initial(initial.toString())
                .min(min.toString())
                .max(max.toString())
                .build();
    }
}
