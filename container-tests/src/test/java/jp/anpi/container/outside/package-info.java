/** The server that Arquillian runs, as phones and the IT department see it: from outside. */
package jp.anpi.container.outside;
