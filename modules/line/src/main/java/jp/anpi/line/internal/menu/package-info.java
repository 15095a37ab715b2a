/**
 * The rich menu: four large places below the chat that say what can always be done.
 *
 * <p>Drawn by the product itself, so that an organization needs no designer and a word can change with the texts. It is
 * an addition: everything works without it, on LINE for PC too, where no rich menu is shown.
 *
 * <p>Source: <a href="https://developers.line.biz/en/reference/messaging-api/#rich-menu">Rich menu</a>.
 */
package jp.anpi.line.internal.menu;
