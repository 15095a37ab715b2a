package jp.anpi.foundation.internal;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.anpi.foundation.DueWork;
import org.jdbi.v3.core.Jdbi;

/** Asks the database what is due, of all kinds of work in one statement. */
@ApplicationScoped
public class DueQuestion implements DueDates.Source {

    private static final Instant PRESENT = OffsetDateTime.MIN.toInstant();

    private Jdbi jdbi;

    /** For the proxy. */
    public DueQuestion() {}

    @Inject
    DueQuestion(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public DueDates of(Collection<DueWork> kinds, Instant now) {
        List<DueWork> asked = List.copyOf(kinds);
        List<Instant> answers = ask(asked);
        Map<String, Instant> first = new TreeMap<>();
        for (int i = 0; i < answers.size(); i++) {
            DueWork kind = asked.get(i);
            workable(kind, answers.get(i), now).ifPresent(due -> first.put(kind.name(), due));
        }
        return new DueDates(first);
    }

    private List<Instant> ask(List<DueWork> kinds) {
        String question =
                kinds.stream().map(kind -> "(" + kind.firstDue() + ")").collect(joining(", ", "select ", ""));
        return jdbi.withHandle(handle -> handle.createQuery(question)
                .map((row, context) -> answers(row, kinds.size()))
                .one());
    }

    private static List<Instant> answers(ResultSet row, int columns) throws SQLException {
        List<Instant> answers = new ArrayList<>();
        for (int column = 1; column <= columns; column++) {
            OffsetDateTime due = row.getObject(column, OffsetDateTime.class);
            answers.add(due == null ? null : due.toInstant());
        }
        return answers;
    }

    private static Optional<Instant> workable(DueWork kind, Instant first, Instant now) {
        if (kind.hasNews()) {
            return Optional.of(now);
        }
        if (first == null || first.isAfter(now)) {
            return Optional.ofNullable(first);
        }
        return kind.firstThatNeedNotWait(first.equals(PRESENT) ? now : first, now);
    }
}
