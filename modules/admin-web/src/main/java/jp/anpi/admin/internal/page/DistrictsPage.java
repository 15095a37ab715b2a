package jp.anpi.admin.internal.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import jp.anpi.admin.internal.door.SignedIn;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffDistricts;
import jp.anpi.membership.StaffDistricts.District;
import jp.anpi.membership.StaffDistricts.Outcome;

/** The districts: which there are, one more, another name, out of use. */
@Named
@RequestScoped
public class DistrictsPage {

    @Inject
    private SignedIn me;

    @Inject
    private StaffDistricts districts;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Clock clock;

    private StaffCaller caller;
    private Instant now;
    private String added = "";
    private String renamed;
    private String problem;
    private String note;

    @PostConstruct
    void open() {
        caller = me.caller();
        now = clock.instant();
    }

    public void add() {
        if (told(districts.add(caller, added, now), "added")) {
            added = "";
        }
    }

    public void rename() {
        told(districts.rename(caller, getId(), getRenamed(), now), "renamed");
    }

    public void retire() {
        told(districts.retire(caller, getId(), now), "retired");
    }

    public void reopen() {
        told(districts.reopen(caller, getId(), now), "reopened");
    }

    private boolean told(Outcome outcome, String done) {
        if (outcome == Outcome.DONE) {
            note = me.words().of("districts.done." + done);
        } else {
            problem = me.words().of("districts." + outcome);
        }
        return outcome == Outcome.DONE;
    }

    public List<District> getRows() {
        return districts.all(caller);
    }

    /** -1 while none was chosen. */
    public int getId() {
        return Numbers.small(request.getParameter("id")).orElse(-1);
    }

    /** Null while none was chosen. */
    public District getRow() {
        return getRows().stream().filter(row -> row.id() == getId()).findFirst().orElse(null);
    }

    public String getAdded() {
        return added;
    }

    public void setAdded(String added) {
        this.added = added == null ? "" : added;
    }

    public String getRenamed() {
        if (renamed == null) {
            District row = getRow();
            return row == null ? "" : row.name();
        }
        return renamed;
    }

    public void setRenamed(String renamed) {
        this.renamed = renamed == null ? "" : renamed;
    }

    /** Null while nothing is wrong. */
    public String getProblem() {
        return problem;
    }

    public String getNote() {
        return note;
    }
}
