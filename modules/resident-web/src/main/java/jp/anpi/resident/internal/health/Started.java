package jp.anpi.resident.internal.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Whether the application has come up; before that nobody may be asked anything. */
@Startup
@ApplicationScoped
public class Started implements HealthCheck {

    @Inject
    private Arrival arrival;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("started").status(arrival.isComplete()).build();
    }
}
