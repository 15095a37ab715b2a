/** {@code ./anpi bench}: how fast the product is, each time beside a floor measured in the same run. */
package jp.anpi.benchmarks;
