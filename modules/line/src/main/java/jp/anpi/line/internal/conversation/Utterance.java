package jp.anpi.line.internal.conversation;

import java.util.List;

/** One message of an answer, before it takes LINE's form. */
sealed interface Utterance {

    /** Plain text, which can be copied and forwarded. */
    record Plain(String text) implements Utterance {}

    /** A bubble: what it is about, a few sentences, what can be pressed. */
    record Card(String title, List<String> paragraphs, List<Offer> offers) implements Utterance {}
}
