package jp.anpi.reporting;

/** The forms in which an invitation is printed, all of them on A4. */
public enum PaperKind {
    /** A sheet printed on both sides and folded twice: six panels. */
    LEAFLET,
    /** For a notice board. */
    POSTER,
    /** Ten cards of 91 × 55 mm, to be cut. */
    CARDS
}
