package jp.anpi.escalation.internal.elsewhere;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.anpi.escalation.MessageKinds;
import jp.anpi.foundation.SecretToken;
import jp.anpi.foundation.Settings;
import jp.anpi.membership.Organization;
import jp.anpi.membership.Organizations;
import jp.anpi.membership.PageLinks;
import jp.anpi.membership.PageLinks.Purpose;
import jp.anpi.messaging.ContactWay;
import jp.anpi.messaging.UrgentMessage;

/** Writes what goes beside LINE: no name, only the registration number; the links in it open once. */
@ApplicationScoped
public class Wording {

    /** A mail may be read the next morning. */
    private static final Duration LINK_LIFE = Duration.ofHours(24);

    @Inject
    private Organizations organizations;

    @Inject
    private PageLinks pageLinks;

    @Inject
    private AddressTable addresses;

    @Inject
    private Settings settings;

    /** @param office numbers of the incidents it is about, where it goes to the office */
    public UrgentMessage write(UrgentDelivery delivery, AddressBook.Destination to, List<String> office, Instant now) {
        Organization organization = organizations.byId(delivery.organizationId());
        Text text = text(delivery, organization, office, now);
        boolean mail = to.way() == ContactWay.MAIL;
        return new UrgentMessage(
                delivery.id(),
                to.address(),
                organization.name(),
                MailWords.of("subject", text.subject(), organization.name()),
                mail ? MailWords.of("mail", organization.name(), text.body()) : text.body());
    }

    private record Text(String subject, String body) {}

    private Text text(UrgentDelivery delivery, Organization organization, List<String> office, Instant now) {
        String number = delivery.content().getOrDefault("number", "");
        String expiry = MailWords.moment(now.plus(LINK_LIFE), organization.zone());
        return switch (delivery.kind()) {
            case UrgentDelivery.CONFIRM -> confirm(delivery, expiry, now);
            case UrgentDelivery.STAFF_ALERT -> staffAlert(delivery, office);
            case UrgentDelivery.STAFF_CLOSED -> about("staff-closed", numbers(office), office.size());
            case MessageKinds.ALERT, MessageKinds.HELP_ALERT, MessageKinds.UNREACHABLE_NOTICE ->
                about(
                        delivery.kind(),
                        number,
                        delivery.content().getOrDefault("hours", ""),
                        watchedLink(delivery, now),
                        expiry);
            default ->
                about(delivery.kind(), number, MailWords.moment(moment(delivery.content(), now), organization.zone()));
        };
    }

    private Text confirm(UrgentDelivery delivery, String expiry, Instant now) {
        String token = SecretToken.next();
        addresses.issue(delivery.addressId(), SecretToken.digest(token), now.plus(LINK_LIFE));
        String key = delivery.recipientId().isPresent() ? "confirm" : "confirm-office";
        return about(key, settings.publicUrl() + "/my/open/address/" + token, expiry);
    }

    private Text staffAlert(UrgentDelivery delivery, List<String> office) {
        String why = MailWords.of("reason." + delivery.content().get("reason"));
        return about("staff-alert", why, numbers(office), office.size(), settings.publicUrl() + "/admin/");
    }

    /** Whoever watches sees how it stands; the link is worth nothing once it was opened. */
    private String watchedLink(UrgentDelivery delivery, Instant now) {
        String token = pageLinks.issue(
                delivery.organizationId(),
                delivery.recipientId().orElseThrow(),
                Purpose.WATCHED,
                Optional.of(Long.valueOf(delivery.content().get("participant"))),
                LINK_LIFE,
                now);
        return settings.publicUrl() + "/my/open/mail/" + token;
    }

    private static Instant moment(Map<String, String> content, Instant now) {
        return Optional.ofNullable(content.get("at")).map(Instant::parse).orElse(now);
    }

    private static String numbers(List<String> office) {
        return office.stream()
                .map(number -> number.isEmpty() ? MailWords.of("number.none") : number)
                .collect(Collectors.joining("\n"));
    }

    private static Text about(String key, Object... arguments) {
        return new Text(MailWords.of(key + ".subject", arguments), MailWords.of(key + ".body", arguments));
    }
}
