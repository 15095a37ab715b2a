/** How personal fields are sealed, and what a rotation of the keys sets going; private to {@code foundation}. */
package jp.anpi.foundation.internal.sealing;
