package jp.anpi.messaging.internal.urgent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.util.Optional;
import java.util.Properties;
import jp.anpi.foundation.FailureSummary;
import jp.anpi.foundation.Settings;
import jp.anpi.foundation.UrgentSettings.Mail;
import jp.anpi.foundation.UrgentSettings.Protection;
import jp.anpi.messaging.ContactWay;
import jp.anpi.messaging.Delivery;
import jp.anpi.messaging.UrgentChannel;
import jp.anpi.messaging.UrgentMessage;

/** E-mail by the mail server of the settings. */
@ApplicationScoped
public class MailChannel implements UrgentChannel {

    private static final String CONNECT_MILLIS = "5000";
    private static final String ANSWER_MILLIS = "10000";

    private Optional<Mail> server = Optional.empty();
    private Clock clock;

    /** For the proxy. */
    public MailChannel() {}

    @Inject
    MailChannel(Settings settings, Clock clock) {
        this(settings.urgent().mail(), clock);
    }

    MailChannel(Optional<Mail> server, Clock clock) {
        this.server = server;
        this.clock = clock;
    }

    @Override
    public ContactWay way() {
        return ContactWay.MAIL;
    }

    @Override
    public boolean configured() {
        return server.isPresent();
    }

    @Override
    public Delivery send(UrgentMessage message) {
        Mail mail = server.orElseThrow();
        Session session = Session.getInstance(properties(mail));
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect(mail.user().orElse(null), mail.password().orElse(null));
            return handOver(transport, written(session, mail, message));
        } catch (MessagingException | UnsupportedEncodingException closed) {
            return new Delivery.Unavailable(FailureSummary.of(closed), false);
        }
    }

    private Delivery handOver(Transport transport, PlainMail mail) {
        try {
            transport.sendMessage(mail, mail.getAllRecipients());
            return new Delivery.Accepted();
        } catch (SendFailedException refused) {
            Address[] invalid = refused.getInvalidAddresses();
            return invalid != null && invalid.length > 0
                    ? new Delivery.Refused(FailureSummary.of(refused))
                    : new Delivery.Unavailable(FailureSummary.of(refused), false);
        } catch (AddressException none) {
            return new Delivery.Refused(FailureSummary.of(none));
        } catch (MessagingException silent) {
            return new Delivery.Unavailable(FailureSummary.of(silent), true);
        }
    }

    private PlainMail written(Session session, Mail mail, UrgentMessage message)
            throws MessagingException, UnsupportedEncodingException {
        InternetAddress from = new InternetAddress(mail.from(), message.sender(), "UTF-8");
        return new PlainMail(session, from, message, clock.instant());
    }

    private static Properties properties(Mail mail) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", mail.host());
        properties.setProperty("mail.smtp.port", Integer.toString(mail.port()));
        // Old mobile addresses have dots in a row.
        properties.setProperty("mail.mime.address.strict", "false");
        properties.setProperty("mail.smtp.auth", Boolean.toString(mail.user().isPresent()));
        properties.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        properties.setProperty("mail.smtp.timeout", ANSWER_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", ANSWER_MILLIS);
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(mail.tls() == Protection.TLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(mail.tls() == Protection.STARTTLS));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(mail.tls() == Protection.STARTTLS));
        return properties;
    }
}
