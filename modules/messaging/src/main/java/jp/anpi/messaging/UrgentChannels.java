package jp.anpi.messaging;

import java.util.Set;

/** The {@link UrgentChannel}s of this installation. */
public interface UrgentChannels {

    /** The ways that are configured: only these are offered to people. */
    Set<ContactWay> offered();

    /** Sends by the configured channel of this way; {@link Delivery.Unavailable} where there is none any more. */
    Delivery send(ContactWay way, UrgentMessage message);

    /** The ways whose last attempt on this node found nobody at the other end. */
    Set<ContactWay> failing();
}
