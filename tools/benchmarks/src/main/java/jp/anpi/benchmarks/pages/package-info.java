/** How long staff wait for a page in a large town. */
package jp.anpi.benchmarks.pages;
