package jp.anpi.line.internal.channel;

import java.util.Optional;

/** What is known of the official account that an organization runs. */
public interface LineAccounts {

    /** {@code @…}, from the settings or else asked of LINE and kept; empty when LINE does not answer. */
    Optional<String> basicId(int organizationId);

    /** Key of the webhook signature; without it no webhook can be trusted. */
    Optional<String> channelSecret(int organizationId);
}
