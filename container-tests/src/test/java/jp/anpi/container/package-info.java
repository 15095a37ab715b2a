/**
 * Promises about the product's beans, kept inside Payara Server: the archive is the delivered one with these classes
 * added as one more library.
 *
 * <p>One database, one domain and one deployment serve all classes of a run; each test adds people of its own.
 */
package jp.anpi.container;
