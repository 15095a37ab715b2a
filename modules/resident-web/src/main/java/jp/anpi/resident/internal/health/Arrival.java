package jp.anpi.resident.internal.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** Remembers that the application has come up. */
@ApplicationScoped
public class Arrival {

    private volatile boolean complete;

    boolean isComplete() {
        return complete;
    }

    void complete() {
        complete = true;
    }

    /** The web container starts last, after the enterprise beans. */
    @WebListener
    public static class Listener implements ServletContextListener {

        @Inject
        private Arrival arrival;

        @Override
        public void contextInitialized(ServletContextEvent event) {
            arrival.complete();
        }
    }
}
