/** {@code ./anpi bench answers}: a town answers its morning question. */
package jp.anpi.benchmarks.answers;
