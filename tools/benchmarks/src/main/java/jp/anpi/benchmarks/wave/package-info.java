/** {@code ./anpi bench wave}: everybody is due in the same minute. */
package jp.anpi.benchmarks.wave;
