/** Invitations on paper: made, looked at, printed, withdrawn. */
package jp.anpi.admin.internal.paper;
