package jp.anpi.line.internal.channel;

import jp.anpi.foundation.Settings.LineSettings;

/** Which channel an organization speaks through. */
@FunctionalInterface
public interface Channels {

    /** Without credentials where it has none. */
    LineSettings of(int organizationId);
}
