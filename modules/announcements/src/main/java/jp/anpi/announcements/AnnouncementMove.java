package jp.anpi.announcements;

import java.time.Instant;
import java.util.Optional;

/**
 * One line of an announcement's log.
 *
 * @param staffId who did it; empty for the product itself
 * @param staff their name, as long as there is the account
 * @param note why, where somebody said so
 */
public record AnnouncementMove(
        Instant at,
        AnnouncementTransition transition,
        Optional<Long> staffId,
        Optional<String> staff,
        Optional<String> note) {}
