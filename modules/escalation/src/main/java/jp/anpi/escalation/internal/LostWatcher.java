package jp.anpi.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import jp.anpi.membership.Member;
import jp.anpi.membership.MemberBlocked;
import jp.anpi.membership.MemberLeaving;

/** Somebody blocks us or leaves whom an alert has not reached yet: where nobody else is told, staff are (E-13). */
@ApplicationScoped
public class LostWatcher {

    @Inject
    private NoticeTable notices;

    @Inject
    private IncidentTable incidents;

    void blocked(@Observes MemberBlocked event) {
        lost(event.member(), event.at());
    }

    void leaving(@Observes MemberLeaving event) {
        lost(event.member(), event.at());
    }

    private void lost(Member member, Instant at) {
        incidents.tellStaff(notices.lose(member.organizationId(), member.id()), "NOBODY_TO_TELL", true, at);
    }
}
