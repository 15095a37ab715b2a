/** The HTTP edges that machines call, and what surrounds every answer. */
package jp.anpi.resident.internal.edge;
