/** What every benchmark stands on: the product at full speed, its database, people in numbers, and a LINE at hand. */
package jp.anpi.benchmarks.workbench;
