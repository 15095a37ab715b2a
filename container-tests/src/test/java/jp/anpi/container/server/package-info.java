/** A server of one's own, as an IT department installs, updates and doubles it: minutes, so only in the long form. */
package jp.anpi.container.server;
