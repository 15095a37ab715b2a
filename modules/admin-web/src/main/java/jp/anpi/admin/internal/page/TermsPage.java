package jp.anpi.admin.internal.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import jp.anpi.admin.internal.Words;
import jp.anpi.admin.internal.door.SignedIn;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffTerms;
import jp.anpi.membership.StaffTerms.Outcome;
import jp.anpi.membership.StaffTerms.Version;

/** The terms: every version with how many have agreed to it, and the way to a new one. */
@Named
@RequestScoped
public class TermsPage {

    /** A version in words. */
    public record Row(int number, String since, String agreed, String body) {}

    @Inject
    private SignedIn me;

    @Inject
    private StaffTerms terms;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Clock clock;

    private StaffCaller caller;
    private Words words;
    private List<Version> versions;
    private String body;
    private Outcome outcome;

    @PostConstruct
    void open() {
        caller = me.caller();
        words = me.words();
        versions = terms.versions(caller);
        body = versions.get(0).body();
    }

    public void publish() {
        outcome = terms.publish(caller, body, Numbers.typed(request.getParameter("latest")), clock.instant());
        versions = terms.versions(caller);
    }

    public List<Row> getRows() {
        return versions.stream()
                .map(version -> new Row(
                        version.number(),
                        words.date(version.publishedAt()
                                .atZone(me.organization().zone())
                                .toLocalDate()),
                        words.of("people", version.agreed()),
                        version.body()))
                .toList();
    }

    public int getLatest() {
        return versions.get(0).number();
    }

    public boolean isDone() {
        return outcome == Outcome.PUBLISHED;
    }

    /** Blank while nothing is wrong. */
    public String getProblem() {
        return outcome == null || isDone() ? "" : words.of("terms." + outcome, StaffTerms.LONGEST);
    }

    public String getBody() {
        return body;
    }

    public void setBody(String body) {
        this.body = Objects.toString(body, "");
    }
}
