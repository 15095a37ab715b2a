package jp.anpi.admin.internal.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import jp.anpi.line.InvitationLinks;
import jp.anpi.membership.Organization;
import jp.anpi.membership.Organizations;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffInvitations.Open;
import jp.anpi.reporting.Disclosure;
import jp.anpi.reporting.InquiryDesk;
import jp.anpi.reporting.InvitationPaper;
import jp.anpi.reporting.InvitationPrinting;
import jp.anpi.reporting.PaperKind;
import jp.anpi.reporting.PrintedPaper;
import jp.anpi.scheduling.CheckInOffers;
import jp.anpi.scheduling.EscalationPolicy;
import jp.anpi.scheduling.PoliciesInForce;

/** What is printed about an invitation of staff, with the organization's own names and the times of its rules, or the team's. */
@ApplicationScoped
public class Papers {

    @Inject
    private Organizations organizations;

    @Inject
    private CheckInOffers offers;

    @Inject
    private PoliciesInForce policies;

    @Inject
    private InvitationLinks links;

    @Inject
    private InvitationPrinting printing;

    /** Whom readers may ask; empty where nobody has said so yet. */
    Optional<InquiryDesk> desk(StaffCaller caller) {
        return desk(organizations.byId(caller.organizationId()));
    }

    /** What its QR code holds; empty while LINE does not tell who we are. */
    Optional<URI> link(StaffCaller caller, Open invitation) {
        return links.of(caller.organizationId(), invitation.code());
    }

    Optional<PrintedPaper> print(StaffCaller caller, Open invitation, PaperKind kind) {
        return link(caller, invitation).map(link -> printing.print(kind, paper(caller, invitation, link)));
    }

    private InvitationPaper paper(StaffCaller caller, Open invitation, URI link) {
        Organization organization = organizations.byId(caller.organizationId());
        return new InvitationPaper(
                shortened(organization.name()),
                shortened(invitation.invitedBy()),
                link,
                Optional.of(invitation.lastDay()),
                desk(organization),
                Disclosure.of(organization.preset()),
                policy(organization.id(), invitation).steps());
    }

    private EscalationPolicy policy(int organizationId, Open invitation) {
        return invitation
                .teamId()
                .map(team -> policies.ofTeam(organizationId, team))
                .orElseGet(() -> offers.of(organizationId).policy());
    }

    private static Optional<InquiryDesk> desk(Organization organization) {
        return organization
                .texts()
                .deskName()
                .flatMap(name -> organization.texts().deskPhone().map(phone -> new InquiryDesk(name, phone)));
    }

    private static String shortened(String name) {
        return name.codePoints()
                .limit(InvitationPaper.LONGEST_NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
