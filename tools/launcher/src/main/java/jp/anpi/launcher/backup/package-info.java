/**
 * A database in one file: written while the product runs, read back into an empty one.
 *
 * <p>The file is a zip archive of PostgreSQL's own {@code COPY} text, one entry a table, and a manifest written last.
 *
 * <p>May use: database, launcher.
 */
package jp.anpi.launcher.backup;
