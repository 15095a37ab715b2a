package jp.anpi.line.internal.conversation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import jp.anpi.membership.InvitationKind;
import jp.anpi.membership.Invitations;
import jp.anpi.membership.Member;
import jp.anpi.membership.Members;
import jp.anpi.membership.Nickname;
import jp.anpi.membership.Organization;
import jp.anpi.membership.OrganizationTexts;
import jp.anpi.membership.Organizations;
import jp.anpi.membership.PageLinks;
import jp.anpi.membership.Role;
import jp.anpi.membership.TermsVersion;
import jp.anpi.membership.WatchLink;
import jp.anpi.membership.WatchLinks;

/** Membership in memory: enough of it for a conversation. */
final class FakeMembership implements Members, Organizations, WatchLinks, PageLinks, Invitations {

    private record Made(long id, String code, Optional<Role> role, long inviter, InvitationKind kind) {}

    private static final OrganizationTexts TEXTS =
            new OrganizationTexts(Optional.empty(), Optional.of("高齢福祉課"), Optional.of("03-1234-5678"));

    final Organization town = new Organization(1, "main", "みどり市見守り", ZoneId.of("Asia/Tokyo"), "CONNECT_HEART", TEXTS);
    final Map<String, Member> members = new TreeMap<>();
    final List<String> pages = new ArrayList<>();
    final Map<String, Standing> standings = new HashMap<>();
    private final Map<Long, Set<Long>> watchers = new HashMap<>();
    private final Map<String, Made> invitations = new HashMap<>();
    private final Set<Long> ended = new HashSet<>();
    int terms = 1;
    boolean teamFull;

    void watches(long watcher, long participant) {
        watchers.computeIfAbsent(participant, none -> new HashSet<>()).add(watcher);
    }

    @Override
    public Optional<Member> byLineUserId(int organizationId, String lineUserId) {
        return Optional.ofNullable(members.get(lineUserId));
    }

    @Override
    public Map<String, Member> byLineUserIds(int organizationId, Collection<String> lineUserIds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Member> byId(int organizationId, long memberId) {
        return members.values().stream()
                .filter(member -> member.id() == memberId)
                .findFirst();
    }

    @Override
    public Map<Long, String> reachableLineUserIds(int organizationId, Collection<Long> memberIds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<Long, String> numbers(int organizationId, Collection<Long> memberIds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Member register(int organizationId, String lineUserId, Role role, int termsVersion, Instant now) {
        Member before = members.get(lineUserId);
        long id = before == null ? members.size() + 1 : before.id();
        boolean participant = role == Role.PARTICIPANT || before != null && before.participant();
        boolean watcher = role == Role.WATCHER || before != null && before.watcher();
        Optional<String> nickname = before == null ? Optional.empty() : before.nickname();
        Member member =
                new Member(id, 1, "100" + id + "-7", lineUserId, nickname, participant, watcher, now, Optional.empty());
        members.put(lineUserId, member);
        return member;
    }

    @Override
    public void rename(int organizationId, long memberId, Nickname nickname) {
        members.replaceAll((person, was) -> was.id() != memberId
                ? was
                : new Member(
                        was.id(),
                        1,
                        was.number(),
                        person,
                        Optional.of(nickname.text()),
                        was.participant(),
                        was.watcher(),
                        was.registeredAt(),
                        was.blockedAt()));
    }

    @Override
    public void blocked(int organizationId, String lineUserId, Instant now) {
        blockedAt(lineUserId, Optional.of(now));
    }

    @Override
    public void returned(int organizationId, String lineUserId, Instant now) {
        blockedAt(lineUserId, Optional.empty());
    }

    private void blockedAt(String account, Optional<Instant> at) {
        members.computeIfPresent(
                account,
                (person, was) -> new Member(
                        was.id(),
                        1,
                        was.number(),
                        person,
                        was.nickname(),
                        was.participant(),
                        was.watcher(),
                        was.registeredAt(),
                        at));
    }

    @Override
    public boolean leave(int organizationId, long memberId, Instant now) {
        return members.values().removeIf(member -> member.id() == memberId);
    }

    @Override
    public Optional<Organization> byKey(String key) {
        return Optional.of(town);
    }

    @Override
    public Organization byId(int id) {
        return town;
    }

    @Override
    public Organization first() {
        return town;
    }

    @Override
    public List<Organization> all() {
        return List.of(town);
    }

    @Override
    public TermsVersion currentTerms(int organizationId) {
        return new TermsVersion(1, terms, "利用規約 第" + terms + "版", Instant.EPOCH);
    }

    @Override
    public List<WatchLink> reachable(int organizationId, Collection<Long> participantIds) {
        return participantIds.stream()
                .flatMap(id -> watchers.getOrDefault(id, Set.of()).stream().map(watcher -> new WatchLink(id, watcher)))
                .toList();
    }

    @Override
    public List<WatchLink> outOfReach(int organizationId, Collection<Long> participantIds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Member> watchersOf(int organizationId, long participantId) {
        return watchers.getOrDefault(participantId, Set.of()).stream()
                .flatMap(id -> byId(1, id).stream())
                .toList();
    }

    @Override
    public List<Member> watchedBy(int organizationId, long watcherId) {
        return watchers.entrySet().stream()
                .filter(entry -> entry.getValue().contains(watcherId))
                .flatMap(entry -> byId(1, entry.getKey()).stream())
                .toList();
    }

    @Override
    public boolean end(int organizationId, long participantId, long watcherId, Role endedBy, Instant now) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String issue(int organizationId, long memberId, Purpose purpose, Optional<Long> aboutId, Instant now) {
        pages.add(purpose + " " + memberId + " " + aboutId.map(String::valueOf).orElse("-"));
        return "token" + pages.size();
    }

    @Override
    public String issue(
            int organizationId, long memberId, Purpose purpose, Optional<Long> aboutId, Duration life, Instant now) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Visit> open(String token, Instant now) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Issue issue(int organizationId, long inviterId, Optional<Role> role, InvitationKind kind, Instant now) {
        if (teamFull) {
            return new Issue(Optional.empty(), Optional.of(Refusal.TEAM_FULL));
        }
        String code = "ABCD-EFGH-234" + (2 + invitations.size());
        Made made = new Made(invitations.size() + 1L, code, role, inviterId, kind);
        invitations.put(code, made);
        return new Issue(Optional.of(new Issued(made.id(), code, now.plus(Duration.ofDays(7)))), Optional.empty());
    }

    @Override
    public Look look(int organizationId, String lineUserId, String code, Instant now) {
        Made made = invitations.get(code);
        if (made == null || ended.contains(made.id())) {
            Standing standing = standings.getOrDefault(code, made == null ? Standing.UNKNOWN : Standing.REVOKED);
            Optional<Instant> until =
                    standing == Standing.LOCKED ? Optional.of(now.plus(Duration.ofDays(1))) : Optional.empty();
            return new Look(standing, Optional.empty(), Optional.empty(), until);
        }
        return new Look(Standing.VALID, Optional.of(made.id()), made.role(), Optional.empty());
    }

    @Override
    public Standing accept(int organizationId, long memberId, long invitationId, Role role, Instant now) {
        if (!ended.isEmpty() && ended.contains(invitationId)) {
            return Standing.USED;
        }
        Made made = invitations.values().stream()
                .filter(one -> one.id() == invitationId)
                .findFirst()
                .orElseThrow();
        if (made.kind() == InvitationKind.SINGLE_USE) {
            ended.add(invitationId);
        }
        boolean asWatcher = role == Role.WATCHER;
        watches(asWatcher ? memberId : made.inviter(), asWatcher ? made.inviter() : memberId);
        return Standing.VALID;
    }

    @Override
    public boolean revoke(int organizationId, long inviterId, long invitationId, Instant now) {
        return ended.add(invitationId);
    }
}
