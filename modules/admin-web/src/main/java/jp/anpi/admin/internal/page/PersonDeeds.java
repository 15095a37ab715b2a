package jp.anpi.admin.internal.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.anpi.admin.internal.door.SignedIn;
import jp.anpi.membership.StaffDistricts;
import jp.anpi.membership.StaffPeople;
import jp.anpi.scheduling.StaffSchedules;

/** What staff do about one participant: days away, the district, and taking a death back. */
@Named
@RequestScoped
public class PersonDeeds {

    @Inject
    private SignedIn me;

    @Inject
    private StaffSchedules schedules;

    @Inject
    private StaffPeople people;

    @Inject
    private StaffDistricts districts;

    @Inject
    private PersonPage person;

    @Inject
    private Address address;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Clock clock;

    private Instant now;
    private long id;
    private String lastDay = "";
    private String reason = "";
    private String district;
    private String problem;

    @PostConstruct
    void open() {
        now = clock.instant();
        id = address.id();
    }

    public void pause() throws IOException {
        LocalDate day;
        try {
            day = LocalDate.parse(lastDay.strip());
        } catch (DateTimeException noDay) {
            problem = me.words().of("person.DAY_IMPOSSIBLE");
            return;
        }
        settle(schedules.pause(me.caller(), id, day, reason, now), "paused");
    }

    public void resume() throws IOException {
        settle(schedules.resume(me.caller(), id, now), "resumed");
    }

    public void place() throws IOException {
        settle(people.place(me.caller(), id, Numbers.small(district), now), "placed");
    }

    public void takeBackDeath() throws IOException {
        settle(people.takeBackDeath(me.caller(), id, now), "lives");
    }

    private void settle(Enum<?> outcome, String done) throws IOException {
        if (outcome.name().equals("DONE")) {
            address.leadTo("person?id=" + id + "&done=" + done);
        } else {
            problem = me.words().of("person." + outcome);
        }
    }

    public List<Choice> getDistricts() {
        List<Choice> choices = new ArrayList<>();
        if (!me.caller().limited()) {
            choices.add(new Choice("", me.words().of("person.district.team")));
        }
        districts.open(me.caller()).forEach(one -> choices.add(new Choice(Integer.toString(one.id()), one.name())));
        return choices;
    }

    public long getId() {
        return id;
    }

    public String getLastDay() {
        return lastDay;
    }

    public void setLastDay(String lastDay) {
        this.lastDay = lastDay == null ? "" : lastDay;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason == null ? "" : reason;
    }

    public String getDistrict() {
        return district == null ? person.getOwnDistrict() : district;
    }

    public void setDistrict(String district) {
        this.district = district == null ? "" : district;
    }

    /** What was just done; blank otherwise. */
    public String getDone() {
        String key = "person.done." + request.getParameter("done");
        return problem == null && me.words().has(key) ? me.words().of(key) : "";
    }

    /** Null while nothing is wrong. */
    public String getProblem() {
        return problem;
    }
}
