package jp.anpi.admin.internal.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.anpi.admin.internal.Words;
import jp.anpi.admin.internal.door.SignedIn;
import jp.anpi.membership.Member;
import jp.anpi.membership.PersonalData;
import jp.anpi.membership.PersonalData.Field;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffPeople;
import jp.anpi.membership.StaffPersonalData;
import jp.anpi.membership.StaffPersonalData.Outcome;
import jp.anpi.membership.StaffPersonalData.Standing;

/** Name, address and phone of somebody who agreed to leave them: covered until a key is pressed. */
@Named
@RequestScoped
public class PersonalPage {

    /** A field: what it is called, and what stands there as far as it is shown. */
    public record Row(String name, String text) {}

    @Inject
    private SignedIn me;

    @Inject
    private StaffPeople people;

    @Inject
    private StaffPersonalData personalData;

    @Inject
    private PersonalForm personalForm;

    @Inject
    private Address address;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Clock clock;

    private StaffCaller caller;
    private Words words;
    private Instant now;
    private long id;
    private Member member;
    private Optional<Standing> standing = Optional.empty();
    private Optional<PersonalData> shown = Optional.empty();
    private String problem;

    @PostConstruct
    void open() {
        caller = me.caller();
        words = me.words();
        now = clock.instant();
        id = address.id();
        member = people.seen(caller, id).orElse(null);
        if (member == null) {
            address.missing();
            return;
        }
        standing = personalData.standing(caller, id);
        if (isEditing() && "GET".equals(request.getMethod())) {
            standing.ifPresent(one ->
                    personalForm.show(personalData.reveal(caller, id, now).orElseThrow(), one));
            personalForm.seen(standing);
        }
    }

    public void reveal() {
        shown = personalData.reveal(caller, id, now);
    }

    public void write() throws IOException {
        Outcome outcome =
                personalData.write(caller, id, personalForm.data(), personalForm.consent(), personalForm.seen(), now);
        if (outcome == Outcome.CHANGED_MEANWHILE) {
            personalForm.seen(standing);
        }
        settle(outcome, "written");
    }

    public void withdraw() throws IOException {
        settle(personalData.withdraw(caller, id, now), "erased");
    }

    private void settle(Outcome outcome, String done) throws IOException {
        if (outcome == Outcome.DONE) {
            address.leadTo("personal?id=" + id + "&done=" + done);
        } else {
            problem = words.of("personal." + outcome);
        }
    }

    /** Null where there is none whom the caller may see. */
    public Member getMember() {
        return member;
    }

    public boolean isHeld() {
        return standing.isPresent();
    }

    public boolean isShown() {
        return shown.isPresent();
    }

    public boolean isEditing() {
        return request.getParameter("edit") != null && me.may("EDIT_PERSONAL_DATA");
    }

    /** What there is, covered or not. */
    public List<Row> getRows() {
        return Arrays.stream(Field.values())
                .map(field -> new Row(words.of("personal.field." + field), text(field)))
                .toList();
    }

    private String text(Field field) {
        if (!standing.orElseThrow().held().contains(field)) {
            return words.of("personal.empty");
        }
        return shown.flatMap(data -> data.of(field)).orElseGet(() -> words.of("personal.covered"));
    }

    public String getConsent() {
        Standing now = standing.orElseThrow();
        return words.of(
                "personal.consent.is",
                words.date(now.consent().on()),
                words.of("personal.by." + now.consent().by()),
                now.recordedBy(),
                words.moment(now.recordedAt(), me.organization().zone()));
    }

    public long getId() {
        return id;
    }

    /** What was just done; blank otherwise. */
    public String getDone() {
        String key = "personal.done." + request.getParameter("done");
        return problem == null && words.has(key) ? words.of(key) : "";
    }

    /** Null while nothing is wrong. */
    public String getProblem() {
        return problem;
    }
}
