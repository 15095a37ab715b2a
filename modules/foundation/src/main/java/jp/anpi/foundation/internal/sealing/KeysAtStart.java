package jp.anpi.foundation.internal.sealing;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** Refuses to start with keys that are not those of the database; makes them at the first start. */
@Singleton
@Startup
public class KeysAtStart {

    @Inject
    private KeyRegister register;

    @Inject
    private KeysetPulse pulse;

    @PostConstruct
    void start() {
        register.start();
        pulse.start();
    }
}
