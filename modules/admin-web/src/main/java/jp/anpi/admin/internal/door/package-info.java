/** Signing in and out, and who is let through to which page. */
package jp.anpi.admin.internal.door;
