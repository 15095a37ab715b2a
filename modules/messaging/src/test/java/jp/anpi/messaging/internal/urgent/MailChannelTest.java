package jp.anpi.messaging.internal.urgent;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import jp.anpi.foundation.UrgentSettings.Mail;
import jp.anpi.foundation.UrgentSettings.Protection;
import jp.anpi.messaging.Delivery;
import jp.anpi.messaging.UrgentMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A mail is handed to a real mail server, recognizable when it comes twice; what goes wrong is told apart (E-9). */
class MailChannelTest {

    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final UrgentMessage MESSAGE = new UrgentMessage(
            UUID.fromString("00000000-0000-4000-8000-000000000001"),
            "hana..ko@mobile.example.jp",
            "みどり市見守りサービス",
            "返事がありません（登録番号 1001-2）",
            "見守っている方から、返事がありません。\n連絡をとってみてください。");

    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @BeforeEach
    void a_mail_server() {
        server.start();
    }

    @AfterEach
    void no_mail_server() {
        server.stop();
    }

    @Test
    void the_mail_arrives_whole_and_is_the_same_one_at_a_second_sending() throws Exception {
        MailChannel channel = channel(Optional.empty());

        assertThat(channel.send(MESSAGE)).isInstanceOf(Delivery.Accepted.class);
        assertThat(channel.send(MESSAGE)).isInstanceOf(Delivery.Accepted.class);

        MimeMessage[] mails = server.getReceivedMessages();
        assertThat(mails).hasSize(2);
        MimeMessage mail = mails[0];
        assertThat(mail.getSubject()).isEqualTo(MESSAGE.subject());
        assertThat(mail.getContent().toString().replace("\r\n", "\n").strip()).isEqualTo(MESSAGE.text());
        assertThat(mail.getHeader("To")).containsExactly(MESSAGE.address());
        assertThat(mail.getFrom()[0].toString()).contains("anpi@example.jp");
        assertThat(mail.getSentDate().toInstant()).isEqualTo(NOW);
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getMessageID())
                .isEqualTo("<" + MESSAGE.id() + "@example.jp>")
                .isEqualTo(mails[1].getMessageID());
    }

    @Test
    void where_nobody_listens_it_was_certainly_not_seen() {
        MailChannel channel = channel(Optional.empty());
        server.stop();

        assertThat(channel.send(MESSAGE)).isInstanceOfSatisfying(Delivery.Unavailable.class, nobody -> {
            assertThat(nobody.maybeAccepted()).isFalse();
            assertThat(nobody.error()).doesNotContain("mobile.example.jp", "1001-2");
        });
    }

    @Test
    void a_wrong_password_is_our_fault_and_nobodys_refusal() {
        server.setUser("anpi", "anpi", "right");

        assertThat(channel(Optional.of("wrong")).send(MESSAGE)).isInstanceOf(Delivery.Unavailable.class);
        assertThat(channel(Optional.of("right")).send(MESSAGE)).isInstanceOf(Delivery.Accepted.class);
    }

    private MailChannel channel(Optional<String> password) {
        Mail mail = new Mail(
                "127.0.0.1",
                server.getSmtp().getPort(),
                password.map(given -> "anpi"),
                password,
                "anpi@example.jp",
                Protection.NONE);
        return new MailChannel(Optional.of(mail), Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
