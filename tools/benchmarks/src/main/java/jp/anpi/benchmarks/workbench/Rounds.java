package jp.anpi.benchmarks.workbench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Floor and product, measured in turn so that what else the machine does weighs on both. */
public final class Rounds {

    private final List<Double> floors = new ArrayList<>();
    private final List<Double> products = new ArrayList<>();

    /** One of each. */
    public void add(Duration floor, Duration product) {
        floors.add(Samples.seconds(floor));
        products.add(Samples.seconds(product));
    }

    /** The floor's median, in seconds. */
    public double floor() {
        return Samples.median(floors);
    }

    /** The product's median, in seconds. */
    public double product() {
        return Samples.median(products);
    }

    /** Of the medians: the machine may have been busy with something else in single rounds. */
    public double ratio() {
        return product() / floor();
    }

    /** The lines that say how fast both were. */
    public List<String> lines(String title, String product, int people) {
        return List.of(
                String.format(Locale.ROOT, "%s of %,d people, medians of %d", title, people, floors.size()),
                speed(product, product(), people),
                speed("floor", floor(), people));
    }

    private static String speed(String what, double seconds, int people) {
        return String.format(Locale.ROOT, "  %-7s %8.2f s   %,9.0f people a second", what, seconds, people / seconds);
    }
}
