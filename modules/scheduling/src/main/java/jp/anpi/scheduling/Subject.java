package jp.anpi.scheduling;

/** Whom a question is put to: a person, or a group of people who watch each other. */
public record Subject(Kind kind, long id) {

    /** What stands behind the id. */
    public enum Kind {
        PARTICIPANT,
        GROUP
    }

    public static Subject participant(long memberId) {
        return new Subject(Kind.PARTICIPANT, memberId);
    }
}
