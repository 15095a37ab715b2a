/** {@code ./anpi bench footprint}: what the product takes before it does anything, and after a wave. */
package jp.anpi.benchmarks.footprint;
