package jp.anpi.reporting;

import java.util.List;

/**
 * An incident for people who are not of the house, such as the police, in words that are ready to be printed. No
 * text is too strange for it: see {@link PrintedPaper#substituted()}.
 *
 * @param title what kind of paper it is
 * @param organization who hands it out
 * @param subject whom it is about
 * @param facts what is known, in its order
 * @param heading above the timeline
 * @param lines the timeline, in its order
 * @param printed who printed it, when, and what for; stands at the foot of each page
 */
public record IncidentPaper(
        String title,
        String organization,
        String subject,
        List<Fact> facts,
        String heading,
        List<Line> lines,
        String printed) {

    /** Something that is known. */
    public record Fact(String label, String text) {}

    /** @param said what somebody wrote, with line feeds; may be blank */
    public record Line(String at, String what, String said) {}
}
