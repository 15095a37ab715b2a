package jp.anpi.line.internal.channel;

import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.anpi.announcements.AnnouncementDraft;
import jp.anpi.announcements.AnnouncementTexts;
import jp.anpi.announcements.Audience;
import jp.anpi.foundation.Settings.LineSettings;
import jp.anpi.foundation.SystemClock;
import jp.anpi.line.internal.render.Alerts;
import jp.anpi.line.internal.render.Bulletins;
import jp.anpi.line.internal.render.Labels;
import jp.anpi.line.internal.render.MessageRenderer;
import jp.anpi.line.internal.render.Notices;
import jp.anpi.line.internal.render.Phrases;
import jp.anpi.line.internal.render.Questions;
import jp.anpi.line.internal.render.Quotations;
import jp.anpi.membership.Farewells;
import jp.anpi.membership.Members;
import jp.anpi.membership.Organization;
import jp.anpi.membership.Organizations;
import jp.anpi.messaging.ContactNotes;
import jp.anpi.messaging.OutboxMessage;
import jp.anpi.messaging.Priority;

/** What stands around the adapter, as small as a test needs it. */
public final class Fakes {

    public static final int ORGANIZATION = 1;
    /** A member who was taken out and is still to read so. */
    static final long GONE = 404;

    public static final Instant NOON = Instant.parse("2026-11-22T03:00:00Z");

    private Fakes() {}

    /** Every member is reachable but those named, and {@link #GONE} is one no more. */
    static Recipients recipients(Long... unreachable) {
        List<Long> none = Stream.concat(Stream.of(GONE), Stream.of(unreachable)).toList();
        return new Recipients(
                fake(Members.class, (method, arguments) -> userIds(arguments[1], id -> !none.contains(id))),
                fake(Farewells.class, (method, arguments) -> userIds(arguments[1], id -> id == GONE)));
    }

    private static Map<Long, String> userIds(Object asked, Predicate<Long> known) {
        return ((Collection<?>) asked)
                .stream().map(Long.class::cast).filter(known).collect(Collectors.toMap(id -> id, Fakes::userId));
    }

    static Recipients brokenRecipients() {
        Behaviour broken = (method, arguments) -> {
            throw new IllegalStateException("database");
        };
        return new Recipients(fake(Members.class, broken), fake(Farewells.class, broken));
    }

    /** Whose contact nobody looks at. */
    private static final LineSettings NO_CHANNEL = channel(Optional.empty());

    private static LineSettings channel(Optional<String> token) {
        URI nowhere = URI.create("http://localhost");
        return new LineSettings(nowhere, nowhere, Optional.empty(), token, Optional.empty(), Optional.empty());
    }

    public static LineConnections connections(LineConnection connection) {
        return new LineConnections(
                connection, NO_CHANNEL, fake(ContactNotes.class, (method, arguments) -> null), SystemClock.clock());
    }

    /** @param noted hears the name of each note about the contact */
    public static LineConnections connections(
            LineConnection connection, Optional<String> token, Consumer<String> noted) {
        ContactNotes notes = fake(ContactNotes.class, (method, arguments) -> {
            noted.accept(method);
            return null;
        });
        return new LineConnections(connection, channel(token), notes, SystemClock.clock());
    }

    public static String userId(long member) {
        return "U" + String.format("%032x", member);
    }

    public static MessageRenderer renderer() {
        Phrases phrases = new Phrases();
        Labels labels = new Labels(phrases);
        return new MessageRenderer(
                new Questions(phrases, labels, new Quotations()),
                new Alerts(phrases, labels),
                new Notices(phrases),
                new Bulletins(
                        phrases, fake(AnnouncementTexts.class, (method, arguments) -> Optional.of(announcement()))),
                organizations());
    }

    /** One, whatever is asked for. */
    static Organizations organizations() {
        Organization town = new Organization(ORGANIZATION, "main", "みどり市", ZoneId.of("Asia/Tokyo"), "CONNECT_HEART");
        return fake(Organizations.class, (method, arguments) -> town);
    }

    private static AnnouncementDraft announcement() {
        return new AnnouncementDraft(
                "防災訓練",
                "日曜の10時です。\n公民館に来てください。",
                Optional.of("にちようび、10じ。"),
                new Audience.Everyone(),
                false,
                Optional.empty(),
                Optional.empty());
    }

    public static OutboxMessage message(String kind, Map<String, String> content, Long... recipients) {
        return OutboxMessage.notice(ORGANIZATION, Priority.CHECK_IN, kind, content, List.of(recipients), NOON);
    }

    public static OutboxMessage question(Long... recipients) {
        return message("QUESTION", Map.of("day", "2026-11-22", "hour", "8", "quote", "yes"), recipients);
    }

    public static OutboxMessage alert(UUID id, Long... recipients) {
        return message("ALERT", Map.of("hours", "27", "message", id.toString()), recipients);
    }

    private interface Behaviour {
        Object answer(String method, Object[] arguments);
    }

    private static <T> T fake(Class<T> type, Behaviour behaviour) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> behaviour.answer(method.getName(), arguments)));
    }
}
