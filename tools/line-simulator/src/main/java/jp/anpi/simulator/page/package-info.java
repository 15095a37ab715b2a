/**
 * The web page on which people watch and press phones, and its control endpoints below {@code /simulator/}, where they
 * cannot collide with a path of LINE.
 */
package jp.anpi.simulator.page;
