package jp.anpi.admin.internal.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import jp.anpi.admin.internal.door.SignedIn;
import jp.anpi.line.InvitationLinks;
import jp.anpi.membership.Invitations.Issued;
import jp.anpi.membership.StaffWatchers;
import jp.anpi.membership.StaffWatchers.Invited;
import jp.anpi.membership.StaffWatchers.Outcome;
import jp.anpi.reporting.InvitationQr;

/** An invitation to watch over somebody, for a relative at the counter or on the phone: shown once. */
@Named
@RequestScoped
public class WatcherInvitation {

    @Inject
    private SignedIn me;

    @Inject
    private StaffWatchers watchers;

    @Inject
    private InvitationLinks links;

    @Inject
    private Address address;

    @Inject
    private Clock clock;

    private Issued issued;
    private String problem;

    public void invite() {
        long id = address.id();
        Invited invited = watchers.invite(me.caller(), id, clock.instant());
        issued = invited.issued().orElse(null);
        if (invited.outcome() != Outcome.DONE) {
            problem = me.words().of("watcher." + invited.outcome());
        }
    }

    /** Null while there is none. */
    public String getCode() {
        return issued == null ? null : issued.code();
    }

    /** Blank while LINE does not tell who we are: the code alone does as well. */
    public String getLink() {
        return link().map(URI::toString).orElse("");
    }

    private Optional<URI> link() {
        return Optional.ofNullable(issued).flatMap(one -> links.of(me.caller().organizationId(), one.code()));
    }

    /** The link as a picture, to be put into the page as it is: it holds nothing that anybody typed. */
    public String getQr() {
        return link().map(one -> new String(new InvitationQr(one.toString()).svg(), StandardCharsets.UTF_8))
                .orElse("");
    }

    public String getUntil() {
        return me.words().moment(issued.expiresAt(), me.organization().zone());
    }

    /** Null while nothing is wrong. */
    public String getProblem() {
        return problem;
    }
}
