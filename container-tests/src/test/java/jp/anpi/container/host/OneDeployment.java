package jp.anpi.container.host;

import org.jboss.arquillian.container.spi.client.deployment.DeploymentScenario;
import org.jboss.arquillian.container.spi.event.DeployManagedDeployments;
import org.jboss.arquillian.container.spi.event.UnDeployManagedDeployments;
import org.jboss.arquillian.container.test.impl.client.deployment.event.GenerateDeployment;
import org.jboss.arquillian.core.api.InstanceProducer;
import org.jboss.arquillian.core.api.annotation.Inject;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.EventContext;
import org.jboss.arquillian.test.spi.annotation.ClassScoped;

/**
 * Deploys the archive for the first class and keeps it for all others; by itself Arquillian would deploy it once for
 * each. It goes with its domain.
 */
public class OneDeployment {

    @Inject
    @ClassScoped
    private InstanceProducer<DeploymentScenario> scenario;

    private DeploymentScenario kept;
    private boolean deployed;

    public void generate(@Observes EventContext<GenerateDeployment> context) {
        if (kept == null) {
            context.proceed();
            kept = scenario.get();
        } else {
            scenario.set(kept);
        }
    }

    public void deploy(@Observes EventContext<DeployManagedDeployments> context) {
        if (!deployed) {
            context.proceed();
            deployed = true;
        }
    }

    public void undeploy(@Observes EventContext<UnDeployManagedDeployments> context) {
        // It stays for the next class.
    }
}
