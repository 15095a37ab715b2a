package jp.anpi.messaging;

import java.util.UUID;

/**
 * What goes to one address beside the messaging platform.
 *
 * @param id the same at every attempt, so that a second sending can be recognized
 * @param address an e-mail address, or a phone number in international form
 * @param sender name of the organization
 * @param subject one line; for ways that know subjects
 * @param text the whole text, with line breaks
 */
public record UrgentMessage(UUID id, String address, String sender, String subject, String text) {

    /** Neither whose it is, nor what it says. */
    @Override
    public String toString() {
        return "UrgentMessage[" + id + "]";
    }
}
