package jp.anpi.line.internal.render;

import com.linecorp.bot.messaging.model.Action;

/** Something to press in a bubble; its label stands on the action. */
public record Choice(Style style, Action action) {

    /** How loudly it is offered. */
    public enum Style {
        /** The huge green one: a sign of life. At most one in a bubble. */
        OK,
        /** What most people will want; blue and filled. */
        PRIMARY,
        /** An equal alternative; outlined in blue. */
        SECONDARY,
        /** There for those who look for it; outlined in grey. */
        QUIET
    }

    public static Choice ok(Action action) {
        return new Choice(Style.OK, action);
    }

    public static Choice primary(Action action) {
        return new Choice(Style.PRIMARY, action);
    }

    public static Choice secondary(Action action) {
        return new Choice(Style.SECONDARY, action);
    }

    public static Choice quiet(Action action) {
        return new Choice(Style.QUIET, action);
    }
}
