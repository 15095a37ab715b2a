package jp.anpi.admin.internal.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import jp.anpi.admin.internal.door.SignedIn;
import jp.anpi.admin.internal.form.Form;
import jp.anpi.membership.StaffAccounts;
import jp.anpi.membership.StaffAccounts.Outcome;

/** The name and the last day of an account of staff. */
@Named
@RequestScoped
public class AccountForm {

    @Inject
    private SignedIn me;

    @Inject
    private Form form;

    @Inject
    private StaffAccounts accounts;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Clock clock;

    private int staff;
    private String name = "";
    private String lastDay = "";
    private boolean done;
    private boolean conflict;

    @PostConstruct
    void open() {
        staff = Numbers.small(request.getParameter("id")).orElse(-1);
        accounts.all(me.caller(), clock.instant()).stream()
                .filter(account -> account.id() == staff)
                .forEach(account -> {
                    name = account.name();
                    lastDay = account.lastDay().map(LocalDate::toString).orElse("");
                });
    }

    public void change() {
        Optional<LocalDate> until =
                Optional.of(lastDay.strip()).filter(day -> !day.isEmpty()).map(LocalDate::parse);
        int seen = Numbers.typed(request.getParameter("version"));
        Outcome outcome = accounts.change(me.caller(), staff, name, until, seen, clock.instant());
        String words = me.words().of(outcome == Outcome.DONE ? "staff.changed" : "staff." + outcome);
        switch (outcome) {
            case DONE -> done = true;
            case CONFLICT -> conflict = true;
            case NAME_UNREADABLE -> form.complain("account:name", words);
            case LAST_DAY_MISSING -> form.complain("account:lastDay", words);
            default -> form.complain(words);
        }
    }

    /** Whether it is the account of whoever looks at the page. */
    public boolean isOwn() {
        return staff == me.caller().staffId();
    }

    public boolean isDone() {
        return done;
    }

    /** Whether somebody else changed the account while it was on the screen. */
    public boolean isConflict() {
        return conflict;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = Objects.toString(name, "");
    }

    public String getLastDay() {
        return lastDay;
    }

    public void setLastDay(String lastDay) {
        this.lastDay = Objects.toString(lastDay, "");
    }
}
