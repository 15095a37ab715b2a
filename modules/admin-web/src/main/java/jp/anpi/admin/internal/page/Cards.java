package jp.anpi.admin.internal.page;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import jp.anpi.admin.internal.Words;
import jp.anpi.admin.internal.page.Card.Look;
import jp.anpi.escalation.IncidentCause;
import jp.anpi.escalation.OpenIncident;

/** Puts incidents into words. @param dated whether moments of today say their day too */
record Cards(Words words, ZoneId zone, Instant now, boolean dated) {

    Cards(Words words, ZoneId zone, Instant now) {
        this(words, zone, now, false);
    }

    /** Every moment with its day and year, for paper. */
    Cards whole() {
        return new Cards(words, zone, now, true);
    }

    Card of(OpenIncident incident) {
        boolean handled = incident.assignee().isPresent() || incident.takenByWatcher();
        return new Card(
                incident.id(),
                look(incident, handled),
                kind(incident, handled),
                large(incident, handled),
                number(incident),
                joined(known(incident, true), handled ? next(incident) : tried(incident)),
                words.of(handled ? "today.record" : "today.open"),
                !handled);
    }

    /** What was to be done next is late. */
    private boolean overdue(OpenIncident incident) {
        return incident.nextStepAt().filter(at -> at.isBefore(now)).isPresent();
    }

    String number(OpenIncident incident) {
        return incident.number().map(number -> words.of("number", number)).orElseGet(() -> words.of("number.none"));
    }

    private Look look(OpenIncident incident, boolean handled) {
        if (handled) {
            return overdue(incident) ? Look.OVERDUE : Look.HANDLED;
        }
        if (incident.cause() == IncidentCause.NEED_HELP) {
            return Look.EMERGENCY;
        }
        if (incident.cause() == IncidentCause.UNREACHABLE) {
            return Look.QUIET;
        }
        return incident.nobodyToTell() ? Look.ALONE : Look.HIGH;
    }

    private String kind(OpenIncident incident, boolean handled) {
        if (!handled) {
            return cause(incident);
        }
        if (overdue(incident)) {
            return words.of("kind.overdue");
        }
        return words.of(incident.assignee().isPresent() ? "kind.staff" : "kind.watcher");
    }

    /** What it is, whoever may be on it. */
    String cause(OpenIncident incident) {
        if (incident.cause() == IncidentCause.SILENCE && incident.nobodyToTell()) {
            return words.of("kind.alone");
        }
        String since = words.span(Duration.between(incident.openedAt(), now));
        return words.of("kind." + incident.cause(), since);
    }

    private String large(OpenIncident incident, boolean handled) {
        if (handled) {
            return incident.assignee().orElseGet(() -> words.of("watcher"));
        }
        return incident.cause() == IncidentCause.NEED_HELP
                ? words.of("large.NEED_HELP")
                : words.span(Duration.between(incident.silentSince().orElse(incident.openedAt()), now));
    }

    /**
     * What it is, and where somebody is silent for how long; on every page and on paper the same.
     *
     * @param closedAt empty while it is open
     */
    String why(OpenIncident incident, Optional<Instant> closedAt) {
        Instant until = closedAt.orElse(now);
        return switch (incident.cause()) {
            case SILENCE ->
                incident.silentSince()
                        .map(since -> words.of(
                                "incident.silence", cause(incident), words.span(Duration.between(since, until))))
                        .orElseGet(() -> cause(incident));
            case NEED_HELP ->
                closedAt.isPresent()
                        ? words.of("large.NEED_HELP")
                        : words.of("incident.help", words.span(Duration.between(incident.openedAt(), now)));
            case UNREACHABLE, HEARD_AFTER_DEATH -> cause(incident);
        };
    }

    /** What is known of the person. @param open once it is closed, that they never answered may be true no more */
    String known(OpenIncident incident, boolean open) {
        String when = open ? "" : ".before";
        String last = incident.lastOkAt()
                .map(at -> words.of("known.last" + when, moment(at)))
                .orElseGet(() -> words.of("known.never" + when));
        return switch (incident.cause()) {
            case SILENCE -> last;
            // Whether the OK was a sign of life is the question.
            case HEARD_AFTER_DEATH -> happened(incident);
            case NEED_HELP, UNREACHABLE ->
                joined(happened(incident), incident.number().isPresent() ? last : words.of("known.left"));
        };
    }

    private String happened(OpenIncident incident) {
        return words.of("known." + incident.cause(), moment(incident.openedAt()));
    }

    /** Who was told, and what happens by itself. */
    String tried(OpenIncident incident) {
        if (incident.nobodyToTell()) {
            return words.of("tried.nobody");
        }
        if (incident.told() == 0) {
            return words.of(incident.staffTold() ? "tried.staff" : "tried.none");
        }
        if (incident.assignee().isPresent() || incident.takenByWatcher()) {
            return words.of("tried.taken", incident.told());
        }
        String told = words.of("tried.told", incident.told());
        return incident.staffAt()
                .filter(at -> !incident.staffTold())
                .map(at -> told + words.of("tried.until", moment(at)))
                .orElse(told);
    }

    private String next(OpenIncident incident) {
        return incident.nextStep()
                .map(step -> incident.nextStepAt()
                        .map(at -> words.of(at.isBefore(now) ? "next.late" : "next.by", step, moment(at)))
                        .orElseGet(() -> words.of("next.open", step)))
                .orElseGet(() -> words.of(incident.assignee().isPresent() ? "next.none" : "next.watcher"));
    }

    private String joined(String one, String other) {
        return words.of("sentences", one, other);
    }

    String moment(Instant at) {
        if (dated) {
            LocalDate day = at.atZone(zone).toLocalDate();
            return words.of("sentences", words.date(day), words.timeOrMoment(at, day, zone));
        }
        LocalDate today = now.atZone(zone).toLocalDate();
        return words.timeOrMoment(at, today, zone);
    }
}
