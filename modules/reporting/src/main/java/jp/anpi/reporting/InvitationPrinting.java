package jp.anpi.reporting;

/** Prints invitations. */
public interface InvitationPrinting {

    /**
     * Makes the pages of one kind of paper. No name is too strange for it: see {@link PrintedPaper#substituted()}.
     *
     * @throws IllegalArgumentException when the link is too long for any QR code
     */
    PrintedPaper print(PaperKind kind, InvitationPaper paper);
}
