package jp.anpi.container.outside;

import jp.anpi.container.host.ProductArchive;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;

/** A test that stays outside of the container; it is not in the archive, and may use what only the tests' host has. */
@ArquillianTest
@RunAsClient
abstract class Outside {

    @Deployment
    public static EnterpriseArchive product() {
        return ProductArchive.withTests();
    }
}
