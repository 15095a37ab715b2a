package jp.anpi.admin.internal.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import jp.anpi.admin.internal.Words;
import jp.anpi.admin.internal.door.SignedIn;
import jp.anpi.admin.internal.page.Card.Section;
import jp.anpi.escalation.OpenIncidents;
import jp.anpi.escalation.OpenIncidents.Part;
import jp.anpi.escalation.OpenIncidents.Tally;
import jp.anpi.membership.Organization;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffRight;
import jp.anpi.messaging.QuotaStatus;

/** The first page: who needs somebody now. */
@Named
@RequestScoped
public class TodayPage {

    private static final int MOST = 50;
    private static final int DEEDS = 5;

    /**
     * The month's messages in numbers.
     *
     * @param limit blank where there is none, or none known
     */
    public record Month(String used, String limit, long share) {}

    /** One thing that was done today. */
    public record Done(String when, String what, long incident) {}

    @Inject
    private SignedIn me;

    @Inject
    private OpenIncidents incidents;

    @Inject
    private Banners banners;

    @Inject
    private DayFigures figures;

    @Inject
    private FirstSteps steps;

    @Inject
    private Clock clock;

    private StaffCaller caller;
    private Organization organization;
    private Words words;
    private Instant now;
    private Instant dayBegan;
    private Cards cards;
    private Tally tally;
    private Section needing;
    private Section handled;
    private Section outOfReach;
    private List<Banner> announced;
    private List<FirstSteps.Step> firstSteps;

    @PostConstruct
    void open() {
        caller = me.caller();
        organization = me.organization();
        words = me.words();
        now = clock.instant();
        ZoneId zone = organization.zone();
        LocalDate today = now.atZone(zone).toLocalDate();
        dayBegan = today.atStartOfDay(zone).toInstant();
        cards = new Cards(words, zone, now);
        tally = incidents.tally(caller, dayBegan);
        needing = section(Part.NEEDING);
        handled = section(Part.HANDLED);
        outOfReach = section(Part.OUT_OF_REACH);
        announced = banners.of(organization, cards, now);
        firstSteps = steps.of(caller, words);
    }

    public String getMoment() {
        LocalDate today = now.atZone(organization.zone()).toLocalDate();
        return words.of("today.at", words.date(today), words.timeOrMoment(now, today, organization.zone()));
    }

    public Tally getTally() {
        return tally;
    }

    private Section section(Part part) {
        return new Section(
                part, incidents.list(caller, part, MOST).stream().map(cards::of).toList(), tally.of(part));
    }

    public Section getNeeding() {
        return needing;
    }

    public Section getHandled() {
        return handled;
    }

    public Section getOutOfReach() {
        return outOfReach;
    }

    public List<Banner> getBanners() {
        return announced;
    }

    /** None where the installation is set up. */
    public List<FirstSteps.Step> getFirstSteps() {
        return firstSteps;
    }

    /** Null for those who see a part of the people only. */
    public DayFigures.Day getDay() {
        return caller.may(StaffRight.COUNT_PEOPLE) ? figures.of(caller, dayBegan, now) : null;
    }

    /** How many no alert would reach, whether anything is open about them or not; only where they stand, where it is not counted. */
    public String getNobodyToTell() {
        return Optional.ofNullable(getDay())
                .map(day -> words.of("people", day.nobodyToTell()))
                .orElseGet(() -> words.of("side.list"));
    }

    /** Null where the channel has not told. */
    public Month getMonth() {
        Optional<QuotaStatus> quota =
                banners.quota(organization.id()).filter(one -> one.used().isPresent());
        return quota.map(one -> {
                    long used = one.used().getAsLong();
                    long limit = one.limit().orElse(0);
                    return new Month(
                            "%,d".formatted(used),
                            limit > 0 ? "%,d".formatted(limit) : "",
                            limit > 0 ? Math.min(100, used * 100 / limit) : 0);
                })
                .orElse(null);
    }

    public List<Done> getDone() {
        return incidents.deeds(caller, dayBegan, DEEDS).stream()
                .map(deed -> new Done(
                        cards.moment(deed.at()),
                        words.of(
                                "deed." + deed.kind(),
                                deed.number().orElseGet(() -> words.of("number.none")),
                                deed.staff()),
                        deed.incidentId()))
                .toList();
    }
}
