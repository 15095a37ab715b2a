package jp.anpi.container;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jp.anpi.membership.MemberLeaving;
import jp.anpi.membership.TeamJoined;
import jp.anpi.scheduling.HelpRequested;

/** Hears of what happens to one member after everybody else has, and then throws. */
@ApplicationScoped
public class Mishap {

    private static final int LAST = Integer.MAX_VALUE;

    private volatile long memberId;

    void befall(long id) {
        memberId = id;
    }

    void joined(@Observes @Priority(LAST) TeamJoined event) {
        strike(event.member().id());
    }

    void leaving(@Observes @Priority(LAST) MemberLeaving event) {
        strike(event.member().id());
    }

    void helpRequested(@Observes @Priority(LAST) HelpRequested event) {
        strike(event.checkIn().subject().id());
    }

    private void strike(long id) {
        if (id == memberId) {
            throw new IllegalStateException("a mishap");
        }
    }
}
