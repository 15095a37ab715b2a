package jp.anpi.reporting;

/** Prints incidents on A4, on as many pages as they need. */
public interface IncidentPrinting {

    PrintedPaper print(IncidentPaper paper);
}
