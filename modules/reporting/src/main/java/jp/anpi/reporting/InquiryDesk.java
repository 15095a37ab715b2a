package jp.anpi.reporting;

/**
 * Who answers questions about the service.
 *
 * @param name the section, 60 characters at most
 * @param phone as it is to be printed, 30 characters at most
 */
public record InquiryDesk(String name, String phone) {

    private static final int LONGEST_PHONE = 30;

    /** @throws IllegalArgumentException when one of the two is empty, too long, or holds control characters */
    public InquiryDesk {
        name = PrintedName.checked("name", name, PrintedName.LONGEST);
        phone = PrintedName.checked("phone", phone, LONGEST_PHONE);
    }
}
