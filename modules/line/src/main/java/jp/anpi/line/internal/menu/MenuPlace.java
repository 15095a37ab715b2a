package jp.anpi.line.internal.menu;

import java.awt.Rectangle;

/**
 * One place to press.
 *
 * @param area in the pixels of the image
 * @param label what it says, and what pressing it sends
 */
record MenuPlace(Rectangle area, MenuSign sign, String label) {}
