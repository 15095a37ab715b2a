package jp.anpi.admin.internal.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jp.anpi.admin.internal.Words;
import jp.anpi.admin.internal.door.SignedIn;
import jp.anpi.admin.internal.form.Form;
import jp.anpi.admin.internal.form.ShownOnce;
import jp.anpi.membership.SecondFactor;
import jp.anpi.membership.StaffAccounts;
import jp.anpi.membership.StaffAccounts.Account;
import jp.anpi.membership.StaffAccounts.Made;
import jp.anpi.membership.StaffAccounts.Outcome;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffRole;

/** The accounts of staff: who there is, one more, another password, an end. */
@Named
@RequestScoped
public class StaffPage {

    /** An account in words. */
    public record Row(
            int id,
            String user,
            String name,
            String role,
            String reach,
            String until,
            String state,
            boolean open,
            int version) {}

    @Inject
    private SignedIn me;

    @Inject
    private Form form;

    @Inject
    private ShownOnce once;

    @Inject
    private StaffAccounts accounts;

    @Inject
    private SecondFactor factor;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Clock clock;

    private StaffCaller caller;
    private Words words;
    private Instant now;
    private String user = "";
    private String name = "";
    private String role = StaffRole.OFFICER.name();
    private String lastDay = "";
    private String note;

    @PostConstruct
    void open() {
        caller = me.caller();
        words = me.words();
        now = clock.instant();
    }

    public void add() {
        Optional<LocalDate> until =
                Optional.of(lastDay.strip()).filter(day -> !day.isEmpty()).map(LocalDate::parse);
        show(() -> accounts.add(caller, user, name, StaffRole.valueOf(role), until, now), user.strip());
        if (note != null) {
            user = "";
            name = "";
            lastDay = "";
        }
    }

    public void newPassword() {
        String whom = chosen().map(Row::user).orElse("");
        show(() -> accounts.newPassword(caller, id(), now), whom);
    }

    public void removeFactor() {
        if (factor.remove(caller, id(), now)) {
            note = words.of("staff.factor.removed");
        } else {
            form.complain(words.of("staff.factor.none"));
        }
    }

    public void end() {
        Outcome outcome = accounts.end(caller, id(), now);
        if (outcome == Outcome.DONE) {
            note = words.of("staff.ended");
        } else {
            form.complain(words.of("staff." + outcome));
        }
    }

    private void show(Supplier<Made> deed, String whom) {
        note = once.show(request.getParameter("once"), whom, () -> told(deed.get(), whom))
                .orElse(null);
    }

    private Optional<String> told(Made made, String whom) {
        if (made.outcome() != Outcome.DONE) {
            refuse(made.outcome());
        }
        return made.password().map(password -> words.of("staff.made", whom, password));
    }

    /** At the field that it is about. */
    private void refuse(Outcome outcome) {
        String objection = words.of("staff." + outcome);
        switch (outcome) {
            case USER_UNREADABLE, USER_TAKEN -> form.complain("add:user", objection);
            case NAME_UNREADABLE -> form.complain("add:name", objection);
            case LAST_DAY_MISSING -> form.complain("add:lastDay", objection);
            default -> form.complain(objection);
        }
    }

    private int id() {
        return (int) Numbers.whole(request.getParameter("id")).stream()
                .filter(id -> id <= Integer.MAX_VALUE)
                .findFirst()
                .orElse(-1);
    }

    public List<Row> getRows() {
        return accounts.all(caller, now).stream().map(this::row).toList();
    }

    private Row row(Account account) {
        String until = account.lastDay().map(words::date).orElse("");
        String key = account.ended() ? "ended" : account.lockedUntil().isPresent() ? "locked" : "good";
        return new Row(
                account.id(),
                account.userName(),
                account.name(),
                words.of("role." + account.role()),
                reach(account),
                until,
                words.of("staff.state." + key),
                !account.ended(),
                account.version());
    }

    private String reach(Account account) {
        if (!account.limited()) {
            return words.of("reach.all");
        }
        return account.places().isEmpty()
                ? words.of("reach.nobody")
                : String.join(words.of("policy.then"), account.places());
    }

    private Optional<Row> chosen() {
        int id = id();
        return getRows().stream().filter(row -> row.id() == id && row.open()).findFirst();
    }

    /** Null while none was chosen. */
    public Row getRow() {
        return chosen().orElse(null);
    }

    public int getId() {
        return id();
    }

    /** What each role may do. */
    public List<Choice> getDuties() {
        return Stream.of(StaffRole.values())
                .map(one -> new Choice(words.of("role." + one), words.of("role.what." + one)))
                .toList();
    }

    public List<Choice> getRoles() {
        return Choice.of(words, "role.", StaffRole.values());
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

    public String getRole() {
        return role;
    }

    public void setRole(String role) {
        this.role = role;
    }

    public String getLastDay() {
        return lastDay;
    }

    public void setLastDay(String lastDay) {
        this.lastDay = lastDay == null ? "" : lastDay;
    }

    public String getNote() {
        return note;
    }
}
