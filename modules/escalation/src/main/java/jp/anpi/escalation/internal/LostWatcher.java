package jp.anpi.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import jp.anpi.membership.Member;
import jp.anpi.membership.MemberBlocked;
import jp.anpi.membership.MemberLeaving;

/**
 * Somebody blocks us or leaves who was to be told, or who had taken it upon them: the incident is open again, and where
 * nobody else can be told, staff are at once (E-12, E-13).
 */
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
        incidents.tellStaff(incidents.untake(member.organizationId(), member.id(), at), "NOT_TAKEN", false, at);
    }
}
