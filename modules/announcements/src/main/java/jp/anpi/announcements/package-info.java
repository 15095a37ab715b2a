/** Will hold announcements to everyone or to an audience; there is nothing here yet. */
package jp.anpi.announcements;
