/**
 * The whole product, driven from outside: real Payara, real PostgreSQL, a simulated LINE, one class per promise.
 *
 * <p>Time is the product's manual clock; nothing here waits for real time to pass.
 */
package jp.anpi.system;
