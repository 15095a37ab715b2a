package jp.anpi.foundation;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import jp.anpi.foundation.UrgentSettings.Gateway;
import jp.anpi.foundation.UrgentSettings.Mail;
import jp.anpi.foundation.UrgentSettings.Protection;

/** Reads {@link UrgentSettings} and refuses what is wrong or only half said. */
final class UrgentSettingsReader {

    private static final String HOST = "anpi.mail.host";
    private static final String FROM = "anpi.mail.from";
    private static final String STAFF = "anpi.staff.emails";

    private final SettingsReader reader;

    private UrgentSettingsReader(SettingsReader reader) {
        this.reader = reader;
    }

    static UrgentSettings read(SettingsReader reader) {
        return new UrgentSettingsReader(reader).settings();
    }

    private UrgentSettings settings() {
        Optional<Mail> mail = mail();
        List<String> staff = staffEmails();
        if (!staff.isEmpty() && mail.isEmpty()) {
            throw new InvalidSettingException(STAFF, String.join(", ", staff), "nothing without " + HOST);
        }
        return new UrgentSettings(mail, gateway(), staff);
    }

    private Optional<Mail> mail() {
        Optional<String> host = value(HOST);
        Protection tls = protection();
        int port = reader.number("anpi.mail.port", tls == Protection.TLS ? "465" : "587", 1, 65535);
        Optional<String> user = value("anpi.mail.user");
        Optional<String> password = value("anpi.mail.password");
        Optional<String> from = value(FROM).map(address -> emailAddress(FROM, address));
        if (host.isPresent() && from.isEmpty()) {
            throw new InvalidSettingException(FROM, "", "the address that mails come from, where " + HOST + " is set");
        }
        return host.map(name -> new Mail(name, port, user, password, from.orElseThrow(), tls));
    }

    private Protection protection() {
        String text = value("anpi.mail.tls").orElse("starttls");
        return Stream.of(Protection.values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> new InvalidSettingException("anpi.mail.tls", text, "none, starttls, tls"));
    }

    private Optional<Gateway> gateway() {
        Optional<String> token = reader.token("anpi.gateway.token");
        Optional<URI> url = reader.optionalHttpUrl("anpi.gateway.url");
        return url.map(address -> new Gateway(address, token));
    }

    private List<String> staffEmails() {
        return value(STAFF).stream()
                .flatMap(text -> Stream.of(text.split(",")))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .map(address -> emailAddress(STAFF, address))
                .distinct()
                .toList();
    }

    private static String emailAddress(String property, String text) {
        return EmailAddress.parse(text)
                .map(EmailAddress::text)
                .orElseThrow(
                        () -> new InvalidSettingException(property, text, "e-mail addresses such as a@example.jp"));
    }

    private Optional<String> value(String property) {
        return reader.value(property);
    }
}
