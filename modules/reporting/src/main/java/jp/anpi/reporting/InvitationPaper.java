package jp.anpi.reporting;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.anpi.scheduling.EscalationStep;

/**
 * What is printed about an invitation. The words around it are ours and the same for everybody.
 *
 * @param service how residents know the service; 60 characters at most
 * @param invitedBy the team or organization that invites; 60 characters at most
 * @param link what the QR code holds, see {@code jp.anpi.line.InvitationLinks}
 * @param usableUntil last day on which the invitation works; empty where it has no end
 * @param desk empty leaves room for a stamp
 * @param disclosure what the service wants to know of those who take part
 * @param steps what follows a question without an answer, as it is told to the reader
 */
public record InvitationPaper(
        String service,
        String invitedBy,
        URI link,
        Optional<LocalDate> usableUntil,
        Optional<InquiryDesk> desk,
        Disclosure disclosure,
        List<EscalationStep> steps) {

    /** In characters, of a name. */
    public static final int LONGEST_NAME = PrintedName.LONGEST;

    /** @throws IllegalArgumentException when a name is empty, too long, or holds control characters */
    public InvitationPaper {
        service = PrintedName.checked("service", service, PrintedName.LONGEST);
        invitedBy = PrintedName.checked("invitedBy", invitedBy, PrintedName.LONGEST);
        steps = List.copyOf(steps);
    }
}
