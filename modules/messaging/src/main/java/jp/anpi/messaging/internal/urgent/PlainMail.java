package jp.anpi.messaging.internal.urgent;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Date;
import jp.anpi.messaging.UrgentMessage;

/** A mail of text alone. Its Message-ID is that of our message, so that a second sending can be recognized. */
final class PlainMail extends MimeMessage {

    private final String messageId;

    PlainMail(Session session, InternetAddress from, UrgentMessage message, Instant now) throws MessagingException {
        super(session);
        String domain = from.getAddress().replaceFirst(".*@", "");
        messageId = "<" + message.id() + "@" + domain + ">";
        setFrom(from);
        // Not parsed: an old mobile address with dots in a row is delivered, and no address is a list of others.
        InternetAddress to = new InternetAddress();
        to.setAddress(message.address());
        setRecipient(Message.RecipientType.TO, to);
        setSubject(message.subject(), "UTF-8");
        setText(message.text(), "UTF-8");
        setSentDate(Date.from(now));
        // No out-of-office notes, please.
        setHeader("Auto-Submitted", "auto-generated");
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
