/**
 * The ground floor: time, settings, secret tokens, database access and the notion of due work.
 *
 * <p>Knows no domain. Every other module may import this package; nothing here imports another module.
 */
package jp.anpi.foundation;
