package jp.anpi.reporting.internal.paper;

/** A4 across, folded twice into panels of 97, 100 and 100 mm: the narrow one goes inside. */
final class Leaflet {

    static final double WIDTH = 297;
    static final double HEIGHT = 210;
    static final double PANEL = 100;
    static final double FLAP = 97;

    private static final double FOLD_MARK = 6;

    private Leaflet() {}

    /** Short lines at both edges, where to fold. */
    static void folds(Canvas canvas, double first, double second) {
        for (double fold : new double[] {first, second}) {
            canvas.line(fold, 0, fold, FOLD_MARK, 0.2, Ink.LINE);
            canvas.line(fold, HEIGHT - FOLD_MARK, fold, HEIGHT, 0.2, Ink.LINE);
        }
    }
}
