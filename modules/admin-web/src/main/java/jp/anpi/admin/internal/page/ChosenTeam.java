package jp.anpi.admin.internal.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jp.anpi.admin.internal.door.SignedIn;
import jp.anpi.membership.StaffTeams;
import jp.anpi.membership.StaffTeams.Line;

/** The team that a page is about. */
@Named
@RequestScoped
public class ChosenTeam {

    @Inject
    private SignedIn me;

    @Inject
    private StaffTeams teams;

    @Inject
    private Address address;

    private long id;
    private Line line;

    @PostConstruct
    void look() {
        id = address.id();
        line = teams.look(me.caller(), id).orElse(null);
        if (line == null) {
            address.missing();
        }
    }

    public long getId() {
        return id;
    }

    /** Null where there is none that the caller may see. */
    public Line getLine() {
        return line;
    }

    /** Which association it belongs to; blank where to none. */
    public String getPartner() {
        return TeamsPage.partner(line, me.words());
    }
}
