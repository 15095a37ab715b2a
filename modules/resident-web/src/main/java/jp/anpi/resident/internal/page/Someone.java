package jp.anpi.resident.internal.page;

/**
 * A participant in a watcher's list.
 *
 * @param id of the participant
 * @param lastOk the last sign of life, in words
 * @param standing how things stand, in words
 */
public record Someone(long id, String name, String number, String lastOk, String standing) {}
