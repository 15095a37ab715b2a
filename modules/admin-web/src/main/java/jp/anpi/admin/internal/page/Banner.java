package jp.anpi.admin.internal.page;

/**
 * Something about the service itself that staff have to know.
 *
 * @param grave whether questions or alerts may not go out or come in
 */
public record Banner(boolean grave, String title, String text) {}
