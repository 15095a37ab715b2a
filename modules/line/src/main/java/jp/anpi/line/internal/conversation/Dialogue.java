package jp.anpi.line.internal.conversation;

import java.util.List;
import java.util.Set;

/** One dialogue, or a part of one: what it asks at its steps, and what it does with the answers. */
interface Dialogue {

    Set<Step> steps();

    /** The question of the present step with its buttons; the same however often it is asked. */
    List<Utterance> prompt(Talk talk);

    /** The question once more, for somebody who has read it: without what can be read above. Its buttons are the same. */
    default List<Utterance> again(Talk talk) {
        return prompt(talk);
    }

    /** One of the prompt's buttons was pressed, or its label typed. */
    void answered(Talk talk, Tap tap);

    /** Something else was typed: the question again, unless words are an answer. */
    default void typed(Talk talk, String text) {
        talk.say("talk.not-understood");
        talk.say(again(talk));
    }
}
