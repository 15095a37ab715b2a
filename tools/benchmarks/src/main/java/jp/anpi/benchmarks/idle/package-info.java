/** {@code ./anpi bench idle}: what a second costs in which nothing is due. */
package jp.anpi.benchmarks.idle;
