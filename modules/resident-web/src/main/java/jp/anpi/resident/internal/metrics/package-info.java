/** MicroProfile Metrics: what is counted while it happens, and what is read when somebody asks. Never about a person. */
package jp.anpi.resident.internal.metrics;
