/** The engine behind the public face of {@code scheduling}: claims, waves, answers, recovery. */
package jp.anpi.scheduling.internal;
