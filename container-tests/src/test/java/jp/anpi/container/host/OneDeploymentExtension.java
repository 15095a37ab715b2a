package jp.anpi.container.host;

import org.jboss.arquillian.core.spi.LoadableExtension;

/** Tells Arquillian of {@link OneDeployment}. */
public final class OneDeploymentExtension implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(OneDeployment.class);
    }
}
