package jp.anpi.scheduling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What was asked and answered, for the pages of those concerned. */
public interface CheckInHistory {

    /**
     * One question.
     *
     * @param askedAt when it was accepted; empty when it could not be asked
     * @param answeredAt when the OK came
     * @param silent whether somebody had to be told of their silence; a call for help is none
     */
    record Entry(
            Instant dueAt,
            Optional<Instant> askedAt,
            Optional<Instant> answeredAt,
            CheckInState state,
            boolean silent) {}

    /** A stretch of days away, both inclusive. */
    record Away(LocalDate firstDay, LocalDate lastDay) {}

    /** One step in the life of a question. {@code reason}: the name of a {@link Transition}, or of what else happened. */
    record Move(Instant at, CheckInState to, String reason, Actor actor) {}

    /** What happened to one question, the oldest first. */
    List<Move> moves(int organizationId, long checkInId, Instant openedAt);

    /** Questions due in the given days, oldest first, at most 400. */
    List<Entry> entries(int organizationId, Subject subject, LocalDate from, LocalDate until);

    /** Instants of every OK in the given days, oldest first. */
    List<Instant> signsOfLife(int organizationId, Subject subject, LocalDate from, LocalDate until);

    List<Away> pauses(int organizationId, Subject subject, LocalDate from, LocalDate until);
}
