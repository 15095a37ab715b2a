/** How leaflet, poster and cards are laid out and drawn. Measures are millimetres from the upper left, type is in points. */
package jp.anpi.reporting.internal.paper;
