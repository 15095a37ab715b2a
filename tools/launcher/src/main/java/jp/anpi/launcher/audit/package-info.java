/**
 * {@code ./anpi audit}: looks at a running installation from outside and says what is not as it was promised (E-21).
 *
 * <p>Its SQL states the promises once more, independently of the product's own code, and reads only.
 *
 * <p>May use: foundation, launcher.
 */
package jp.anpi.launcher.audit;
