/**
 * Crash and cluster (E-17, E-18): several nodes on one PostgreSQL, on the system clock, killed, frozen and cut off at
 * every instant. What counts is what stands on the phones and in LINE's log, not what stands in our own tables.
 *
 * <p>Time is the system's here; what would take days is moved nearer in the rows, which are the truth about deadlines.
 * Chance has a seed, which is printed and can be given again: {@code -Danpi.chaos.seed=}, and how many days are lived
 * through: {@code -Danpi.chaos.rounds=}.
 */
package jp.anpi.system.chaos;
