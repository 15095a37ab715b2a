package jp.anpi.foundation;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * The ways that an alert may go where LINE does not take it.
 *
 * @param mail empty where no mail server is named
 * @param gateway empty where no gateway for SMS or voice is named
 * @param staffEmails addresses of the office; each is confirmed by a link before it gets anything
 */
public record UrgentSettings(Optional<Mail> mail, Optional<Gateway> gateway, List<String> staffEmails) {

    /** How the line to the mail server is protected. */
    public enum Protection {
        NONE,
        STARTTLS,
        TLS
    }

    /** A mail server, and the address that mails come from. */
    public record Mail(
            String host, int port, Optional<String> user, Optional<String> password, String from, Protection tls) {
        @Override
        public String toString() {
            return "Mail[host=" + host + ", port=" + port + ", tls=" + tls + ", secrets=***]";
        }
    }

    /** A gateway of a vendor: takes JSON at this address, with this token. */
    public record Gateway(URI url, Optional<String> token) {
        @Override
        public String toString() {
            return "Gateway[host=" + url.getHost() + ", secrets=***]";
        }
    }

    @Override
    public String toString() {
        return "UrgentSettings[mail=" + mail + ", gateway=" + gateway + ", staffEmails=" + staffEmails.size() + "]";
    }
}
