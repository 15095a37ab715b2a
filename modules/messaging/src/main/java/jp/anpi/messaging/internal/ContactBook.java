package jp.anpi.messaging.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jp.anpi.messaging.ChannelContact;
import jp.anpi.messaging.ContactNotes;
import jp.anpi.messaging.internal.ContactNote.Failure;

/**
 * Takes notes in memory and writes them down when somebody reads: a success at most once a minute, a failure always. A
 * note that cannot be written, because the database is away, waits.
 */
@ApplicationScoped
public class ContactBook implements ContactNotes, ChannelContact {

    /** A request may fail now and then: only what lasts longer is an outage. */
    private static final Duration HICCUP = Duration.ofMinutes(1);

    private static final Duration PROOF_KEPT_EVERY = Duration.ofMinutes(1);

    private record Subject(int organizationId, Way way) {}

    @Inject
    ContactTable table;

    private final Map<Subject, ContactNote> notes = new ConcurrentHashMap<>();

    /** The last success written down; forgotten with each failure and doubt, so that the next success is news. */
    private final Map<Subject, Instant> written = new ConcurrentHashMap<>();

    @Override
    public void answered(int organizationId, Instant at) {
        worked(new Subject(organizationId, Way.OUT), at);
    }

    @Override
    public void unanswered(int organizationId, Instant at) {
        failed(new Subject(organizationId, Way.OUT), new Failure(at, at, at.plus(HICCUP), true));
    }

    @Override
    public void heard(int organizationId, Instant at) {
        worked(new Subject(organizationId, Way.IN), at);
    }

    @Override
    public void missed(int organizationId, Instant at) {
        failed(new Subject(organizationId, Way.IN), new Failure(at, at, at, false));
    }

    @Override
    public void outOfReach(int organizationId, Instant at) {
        failed(new Subject(organizationId, Way.IN), new Failure(at, at, at.plus(HICCUP), true));
    }

    private void worked(Subject subject, Instant at) {
        Instant last = written.get(subject);
        if (last == null || !last.plus(PROOF_KEPT_EVERY).isAfter(at) || notes.containsKey(subject)) {
            notes.merge(subject, ContactNote.success(at), ContactNote::followedBy);
        }
    }

    private void failed(Subject subject, Failure failure) {
        notes.merge(subject, ContactNote.failure(failure), ContactNote::followedBy);
        written.remove(subject);
    }

    private void writeDown() {
        for (Subject subject : notes.keySet()) {
            ContactNote note = notes.remove(subject);
            if (note != null) {
                writeDown(subject, note);
            }
        }
    }

    private void writeDown(Subject subject, ContactNote note) {
        try {
            note.failure().ifPresent(failure -> table.failed(subject.organizationId(), subject.way(), failure));
            if (note.worksAtLast()) {
                table.worked(subject.organizationId(), subject.way(), note.firstSuccess(), note.lastSuccess());
                written.put(subject, note.lastSuccess());
            }
        } catch (RuntimeException later) {
            notes.merge(subject, note, (since, before) -> before.followedBy(since));
            throw later;
        }
    }

    @Override
    public List<Doubt> doubts() {
        writeDown();
        List<Doubt> doubts = table.doubts();
        // Another node may have begun the doubt: the next success that this one sees ends it, however soon it comes.
        doubts.forEach(doubt -> written.remove(new Subject(doubt.organizationId(), doubt.way())));
        return doubts;
    }

    @Override
    public boolean hasNews() {
        return !notes.isEmpty();
    }

    @Override
    public Set<Integer> proven(Way way, Instant since) {
        writeDown();
        return table.proven(way, since);
    }

    @Override
    public Set<Integer> unlookedAt(Way way, Instant since) {
        writeDown();
        return table.unlookedAt(way, since);
    }

    @Override
    public boolean mayAsk(int organizationId, Way way, Instant now, Instant notSince) {
        return table.mayAsk(organizationId, way, now, notSince);
    }

    @Override
    public boolean mayAskAgain(Doubt doubt, Instant now, Instant nextQuestionAt) {
        return table.mayAskAgain(doubt, now, nextQuestionAt);
    }

    @Override
    public boolean stands(Doubt doubt) {
        return table.stands(doubt);
    }

    @Override
    public boolean settle(Doubt doubt) {
        return table.settle(doubt);
    }
}
