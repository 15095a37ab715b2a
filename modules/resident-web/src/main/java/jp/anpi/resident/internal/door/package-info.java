/** The way in to a person's own pages: a link from the chat, a session, and nothing without them. */
package jp.anpi.resident.internal.door;
