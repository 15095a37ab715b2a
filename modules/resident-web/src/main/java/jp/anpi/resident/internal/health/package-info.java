/** MicroProfile Health: alive, started, ready (E-21). */
package jp.anpi.resident.internal.health;
