/** The words that doors and pages share. */
package jp.anpi.admin.internal;
