/** What the container is given of the ground floor: clocks, settings, the data source and the loop over due work. */
package jp.anpi.foundation.internal;
