package jp.anpi.resident.internal.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Whether the application has come up; before that nobody may be asked anything. */
@Startup
@ApplicationScoped
public class Started implements HealthCheck {

    private volatile boolean started;

    boolean isStarted() {
        return started;
    }

    void up() {
        started = true;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("started").status(started).build();
    }

    /** The web container starts last, after the enterprise beans. */
    @WebListener
    public static class Listener implements ServletContextListener {

        @Inject
        private Started health;

        @Override
        public void contextInitialized(ServletContextEvent event) {
            health.up();
        }
    }
}
