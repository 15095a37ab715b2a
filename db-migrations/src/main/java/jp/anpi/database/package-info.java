/**
 * The schema of the database: its migrations, and the persistence unit that is validated against them.
 *
 * <p>Forward only. The product migrates when it starts, before anything else touches the database, and stops where the
 * database belongs to a newer product.
 *
 * <p>May use: nothing of the product.
 */
package jp.anpi.database;
