package jp.anpi.container;

import jakarta.inject.Inject;
import jp.anpi.container.host.ProductArchive;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;

/** A test that runs inside the container, next to the beans. */
@ArquillianTest
abstract class InContainer {

    @Inject
    Town town;

    @Deployment
    public static EnterpriseArchive product() {
        return ProductArchive.withTests();
    }
}
