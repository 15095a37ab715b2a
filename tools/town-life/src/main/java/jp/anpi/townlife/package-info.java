/**
 * A town lives with the product: seeded, replayable people of every temper press and forget on simulated phones while
 * the clock runs and everything breaks now and then. A reference that knows only what each phone saw and did, and when
 * the town's own disturbances were, judges whether everybody silent was reported and nobody was alarmed by our fault.
 *
 * <p>No part of the product, and uses none of it but its addresses: everything passes through signed webhooks, LINE's
 * API and the manual clock.
 */
package jp.anpi.townlife;
