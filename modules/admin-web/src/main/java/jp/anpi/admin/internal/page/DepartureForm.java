package jp.anpi.admin.internal.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import jp.anpi.admin.internal.door.SignedIn;
import jp.anpi.admin.internal.form.Form;
import jp.anpi.escalation.StaffDepartures;
import jp.anpi.escalation.StaffDepartures.Outcome;
import jp.anpi.foundation.Typed;
import jp.anpi.membership.Member;

/** Taking a participant out who asks the office for it: first how they asked, then, with what follows, whether it is meant. */
@Named
@RequestScoped
public class DepartureForm {

    @Inject
    private SignedIn me;

    @Inject
    private Form form;

    @Inject
    private StaffDepartures departures;

    @Inject
    private PersonPage person;

    @Inject
    private Address address;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Clock clock;

    private OptionalLong openIncident;
    private String reason = "";
    private boolean sure;

    @PostConstruct
    void open() {
        openIncident = departures.openIncident(me.caller(), address.id());
    }

    public void takeOut() throws IOException {
        Outcome outcome = departures.takeOut(me.caller(), address.id(), reason, clock.instant());
        switch (outcome) {
            case DONE -> address.leadTo("people?done=left");
            case REASON_MISSING, REASON_UNREADABLE -> form.complain("departure:reason", words(outcome));
            default -> form.complain(words(outcome));
        }
    }

    private String words(Outcome outcome) {
        return me.words().of("departure." + outcome);
    }

    /** What has to be ended before; null where nothing has. */
    public Long getOpenIncident() {
        return openIncident.isPresent() ? openIncident.getAsLong() : null;
    }

    /** Whether it was said how they asked: then what follows is shown and asked about, before anything is done. */
    public boolean isAsked() {
        return Optional.ofNullable(request.getParameter("departure:reason"))
                .flatMap(typed -> Typed.line(typed, StaffDepartures.LONGEST_REASON))
                .filter(typed -> !typed.isEmpty())
                .isPresent();
    }

    public List<String> getConsequences() {
        Member member = person.getMember();
        return Stream.of(
                        "1",
                        "2",
                        "3",
                        member.watcher() ? "watcher" : "",
                        member.blockedAt().isPresent() ? "blocked" : "phone",
                        "back")
                .filter(key -> !key.isEmpty())
                .map(key -> me.words().of("departure.follows." + key))
                .toList();
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = Objects.toString(reason, "");
    }

    public boolean isSure() {
        return sure;
    }

    public void setSure(boolean sure) {
        this.sure = sure;
    }
}
