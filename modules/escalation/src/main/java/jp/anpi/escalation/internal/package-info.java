/** How incidents are kept and people told; private to {@code escalation}. */
package jp.anpi.escalation.internal;
