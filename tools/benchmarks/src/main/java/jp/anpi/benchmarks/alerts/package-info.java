/** {@code ./anpi bench alerts}: everybody who fell silent reaches the alert in the same minute. */
package jp.anpi.benchmarks.alerts;
