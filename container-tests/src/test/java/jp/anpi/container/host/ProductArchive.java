package jp.anpi.container.host;

import java.io.File;
import java.net.URISyntaxException;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The delivered archive with one library more: the tests, and what they assert with. */
public final class ProductArchive {

    private static final String TESTS = "jp.anpi.container";

    private ProductArchive() {}

    public static EnterpriseArchive withTests() {
        EnterpriseArchive product = ShrinkWrap.create(ZipImporter.class, "anpi.ear")
                .importFrom(new File(System.getProperty("anpi.test.archive")))
                .as(EnterpriseArchive.class);
        JavaArchive tests = ShrinkWrap.create(JavaArchive.class, "container-tests.jar")
                .addPackages(false, TESTS)
                .addAsManifestResource(EmptyAsset.INSTANCE, "beans.xml");
        product.getAsType(WebArchive.class, "anpi.war").addAsLibraries(tests).addAsLibraries(library(Assertions.class));
        return product;
    }

    private static File library(Class<?> from) {
        try {
            return new File(
                    from.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
