package jp.anpi.admin.internal.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.anpi.admin.internal.Words;
import jp.anpi.admin.internal.door.SignedIn;
import jp.anpi.admin.internal.form.Form;
import jp.anpi.admin.internal.form.ShownOnce;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.TeamPartners;
import jp.anpi.membership.TeamPartners.Made;
import jp.anpi.membership.TeamPartners.Outcome;
import jp.anpi.membership.TeamPartners.Partner;

/** Handing a team to those of a partner organization who run it, with an account that there is or a new one. */
@Named
@RequestScoped
public class PartnerPage {

    @Inject
    private SignedIn me;

    @Inject
    private ChosenTeam team;

    @Inject
    private Form form;

    @Inject
    private ShownOnce once;

    @Inject
    private TeamPartners partners;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Clock clock;

    private StaffCaller caller;
    private Words words;
    private Instant now;
    private String known = "";
    private String user = "";
    private String name = "";
    private String note = "";

    @PostConstruct
    void open() {
        caller = me.caller();
        words = me.words();
        now = clock.instant();
    }

    public void hand() {
        settle(partners.hand(caller, team.getId(), Numbers.small(known).orElse(-1), now), "partner.handed");
    }

    public void takeBack() {
        int whose = Numbers.small(request.getParameter("staff")).orElse(-1);
        settle(partners.takeBack(caller, team.getId(), whose, now), "partner.taken-back");
    }

    private void settle(Outcome outcome, String done) {
        if (outcome == Outcome.DONE) {
            note = words.of(done);
        } else {
            form.complain(words.of("partner." + outcome));
        }
    }

    /** The password stands on this page only, once. */
    public void handToNew() {
        once.show(request.getParameter("once"), user, this::makeAccount).ifPresent(made -> {
            note = made;
            user = "";
            name = "";
        });
    }

    private Optional<String> makeAccount() {
        Made made = partners.handToNew(caller, team.getId(), user, name, now);
        switch (made.outcome()) {
            case DONE -> {}
            case USER_UNREADABLE, USER_TAKEN -> form.complain("new:user", words.of("staff." + made.outcome()));
            case NAME_UNREADABLE -> form.complain("new:name", words.of("staff." + made.outcome()));
            case UNKNOWN -> form.complain(words.of("partner.UNKNOWN"));
        }
        return made.password().map(password -> words.of("partner.made", user.strip(), password));
    }

    public List<Partner> getRunning() {
        return partners.of(caller, team.getId());
    }

    public List<Choice> getOthers() {
        return partners.others(caller, team.getId(), now).stream()
                .map(one -> new Choice(
                        Integer.toString(one.staffId()), words.of("partner.account", one.name(), one.userName())))
                .toList();
    }

    /** What was just done; blank otherwise. */
    public String getNote() {
        return Stream.of("added")
                .filter(done -> note.isEmpty() && !form.isObjected() && done.equals(request.getParameter("done")))
                .findFirst()
                .map(done -> words.of("partner.done." + done))
                .orElse(note);
    }

    public String getKnown() {
        return known;
    }

    public void setKnown(String known) {
        this.known = known == null ? "" : known;
    }

    public String getUser() {
        return user;
    }

    public void setUser(String user) {
        this.user = user == null ? "" : user;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name == null ? "" : name;
    }
}
