package jp.anpi.scheduling.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import jp.anpi.foundation.Counted;
import jp.anpi.scheduling.Answers.Source;
import org.jdbi.v3.core.Jdbi;

/** Keeps what was answered, and counts it. */
@ApplicationScoped
public class AnswerTable {

    /** How late the platform may deliver a tap whose time is believed. */
    private static final Duration BELIEVED = Duration.ofHours(24);

    /** An answer, and the question that it met. */
    record Given(ScheduleRow schedule, Optional<CheckInRow> checkIn, Instant tappedAt) {

        /** The time of the tap, as long as that is believable. */
        private Instant at(Instant now) {
            return tappedAt.isAfter(now) || tappedAt.isBefore(now.minus(BELIEVED)) ? now : tappedAt;
        }
    }

    @Inject
    private Jdbi jdbi;

    @Inject
    private Event<Counted> counted;

    void keep(Collection<Given> answers, String kind, Source source, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into answer (organization_id, schedule_id, check_in_id, at, kind, source)"
                                + " select a.organization, a.schedule, a.check_in, a.at, :kind, :source"
                                + " from unnest(:organizations, :schedules, :checkIns, :at)"
                                + " as a (organization, schedule, check_in, at)")
                .bind(
                        "organizations",
                        column(answers, answer -> answer.schedule().organizationId(), Integer[]::new))
                .bind("schedules", column(answers, answer -> answer.schedule().id(), Long[]::new))
                .bind(
                        "checkIns",
                        column(
                                answers,
                                answer -> answer.checkIn().map(CheckInRow::id).orElse(null),
                                Long[]::new))
                .bind("at", column(answers, answer -> answer.at(now), Instant[]::new))
                .bind("kind", kind)
                .bind("source", source.name())
                .execute());
        Map<String, String> labels = Map.of(
                "kind", kind.toLowerCase(Locale.ROOT), "source", source.name().toLowerCase(Locale.ROOT));
        counted.fire(new Counted("anpi_answers", labels, answers.size()));
    }

    private static <T> T[] column(Collection<Given> answers, Function<Given, T> value, IntFunction<T[]> array) {
        return answers.stream().map(value).toArray(array);
    }
}
