/** The use cases of announcements, who is meant by them, and how they are sent. */
package jp.anpi.announcements.internal;
