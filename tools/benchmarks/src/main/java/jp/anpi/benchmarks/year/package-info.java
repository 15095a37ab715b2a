/** A town's year as a benchmark: how long it takes, and what its people were told. */
package jp.anpi.benchmarks.year;
