/** Will hold the pages of staff under {@code /admin/}; there is nothing here yet. */
package jp.anpi.admin;
