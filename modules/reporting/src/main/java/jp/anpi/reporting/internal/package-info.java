/** How a QR code is made. */
package jp.anpi.reporting.internal;
