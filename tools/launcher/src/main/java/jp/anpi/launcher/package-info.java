/**
 * Starts and stops Anpi on one machine: the embedded PostgreSQL, the product on Payara Micro and, for the
 * demonstration, the LINE simulator.
 *
 * <p>{@link jp.anpi.launcher.Main} is what the script {@code ./anpi} runs. {@link jp.anpi.launcher.Instance}, {@link
 * jp.anpi.launcher.EmbeddedDatabase} and {@link jp.anpi.launcher.ProductProcess} are the same machinery as a library,
 * for tests that start, stop and kill the whole product.
 */
package jp.anpi.launcher;
