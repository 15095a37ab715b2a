package jp.anpi.admin.internal.page;

/**
 * A line of a timeline.
 *
 * @param said what somebody wrote, or blank
 * @param next what was to come next, or blank
 * @param fresh it came after the page was opened
 */
public record Line(String at, String what, String said, String next, boolean fresh) {}
