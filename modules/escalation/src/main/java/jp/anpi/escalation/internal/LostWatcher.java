package jp.anpi.escalation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jp.anpi.escalation.internal.elsewhere.AddressesRemoved;
import jp.anpi.escalation.internal.elsewhere.DeliveryTable;
import jp.anpi.escalation.internal.elsewhere.UrgentDelivery;
import jp.anpi.membership.DeathNoted;
import jp.anpi.membership.Member;
import jp.anpi.membership.MemberBlocked;
import jp.anpi.membership.MemberLeaving;
import jp.anpi.membership.Role;
import jp.anpi.membership.TeamEnded;
import jp.anpi.membership.TeamLeft;
import jp.anpi.membership.TeamPart;
import jp.anpi.membership.WatchEnded;
import jp.anpi.scheduling.Subject;

/**
 * Somebody blocks us, leaves or watches no more who was to be told, or who had taken it upon them: the incident is open
 * again, and where nobody else can be told, staff are at once (E-12, E-13).
 */
@ApplicationScoped
public class LostWatcher {

    @Inject
    private NoticeTable notices;

    @Inject
    private IncidentTable incidents;

    @Inject
    private WatcherIncidentTable theirs;

    @Inject
    private AnotherWay anotherWay;

    @Inject
    private DeliveryTable deliveries;

    /** Who was told before still knows, and may act on it. */
    void blocked(@Observes MemberBlocked event) {
        Member member = event.member();
        anotherWay.tellInstead(notices.waitingFor(member.id()), event.at());
        nobodyLeft(notices.lose(member.organizationId(), member.id()), event.at());
        openAgain(theirs.lockTakenBy(member.organizationId(), member.id()), event.at());
    }

    /** Who has left does nothing about it any more, even where they were told. */
    void leaving(@Observes MemberLeaving event) {
        gone(event.member(), event.at());
    }

    void died(@Observes DeathNoted event) {
        gone(event.member(), event.at());
    }

    /** Of their own end they need not read. */
    private void gone(Member member, Instant at) {
        List<Long> told = theirs.lockTold(member.organizationId(), member.id());
        withdraw(member.id(), told, at);
        openAgain(theirs.lockTakenBy(member.organizationId(), member.id()), at);
    }

    /** Of those whom they do not watch any more. */
    void left(@Observes TeamLeft event) {
        List<Long> member = List.of(event.member().id());
        boolean watcher = event.role() == Role.WATCHER;
        List<Long> watchers = watcher ? member : event.unlinked();
        List<Long> participants = watcher ? event.unlinked() : member;
        for (long each : watchers) {
            List<Long> told = theirs.lockTold(event.organizationId(), each);
            unwatch(event.organizationId(), each, theirs.about(told, participants), event.at());
            List<Long> taken = theirs.lockTakenBy(event.organizationId(), each);
            openAgain(theirs.about(taken, participants), event.at());
        }
    }

    /** Of those whom they watch in no other team. */
    void teamEnded(@Observes TeamEnded event) {
        int organization = event.organizationId();
        List<Long> watchers = event.members().stream()
                .filter(TeamPart::watcher)
                .map(TeamPart::memberId)
                .toList();
        theirs.lockOfWatchers(organization, watchers);
        watchers.forEach(watcher -> {
            List<Long> told = theirs.lockTold(organization, watcher);
            unwatch(organization, watcher, notices.watchedNoMore(watcher, told), event.at());
            List<Long> taken = theirs.lockTakenBy(organization, watcher);
            openAgain(notices.watchedNoMore(watcher, taken), event.at());
        });
    }

    /** Others ended it: who was told beside LINE reads so there, for nothing more about it comes (E-6). */
    private void unwatch(int organizationId, long watcher, List<Long> told, Instant at) {
        List<UrgentDelivery> news = theirs.bySubject(told).entrySet().stream()
                .flatMap(one -> anotherWay.endOfWatch(organizationId, watcher, one.getKey(), one.getValue()).stream())
                .toList();
        withdraw(watcher, told, at);
        deliveries.insert(news, at);
    }

    private void withdraw(long watcher, List<Long> incidents, Instant at) {
        List<Long> beyondLine = deliveries.withdraw(watcher, incidents, at);
        Set<Long> untold = new TreeSet<>(notices.withdraw(watcher, incidents));
        untold.addAll(notices.withoutAnybody(beyondLine));
        nobodyLeft(List.copyOf(untold), at);
    }

    /** Of what is open about this participant, the watcher hears no more, be it good or bad. */
    void ended(@Observes WatchEnded event) {
        int organization = event.participant().organizationId();
        long watcher = event.watcher().id();
        List<IncidentRow> open = incidents.lockOfSubject(
                organization, Subject.participant(event.participant().id()));
        List<Long> ids = open.stream().map(IncidentRow::id).toList();
        if (event.endedBy() == Role.PARTICIPANT) {
            unwatch(organization, watcher, ids, event.at());
        } else {
            withdraw(watcher, ids, event.at());
        }
        List<Long> taken = open.stream()
                .filter(incident ->
                        incident.takenBy().filter(taker -> taker == watcher).isPresent())
                .map(IncidentRow::id)
                .toList();
        openAgain(taken, event.at());
    }

    /** Who takes their addresses away is told of nothing more by them. */
    void removed(@Observes AddressesRemoved event) {
        nobodyLeft(notices.withoutAnybody(event.incidents()), event.at());
    }

    private void nobodyLeft(List<Long> untold, Instant at) {
        incidents.tellStaff(untold, "NOBODY_TO_TELL", true, at);
    }

    private void openAgain(List<Long> taken, Instant at) {
        theirs.untake(taken, at);
        incidents.tellStaff(taken, "NOT_TAKEN", false, at);
    }
}
