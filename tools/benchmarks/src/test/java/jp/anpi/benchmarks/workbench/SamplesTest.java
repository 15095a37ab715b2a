package jp.anpi.benchmarks.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SamplesTest {

    @Test
    void an_even_number_of_values_has_its_median_in_between() {
        assertThat(Samples.median(List.of(4.0, 1.0, 3.0, 2.0))).isEqualTo(2.5);
    }

    @Test
    void one_in_a_hundred_is_slower_than_the_99th_percentile() {
        List<Double> values =
                IntStream.rangeClosed(1, 200).mapToObj(value -> (double) value).toList();

        assertThat(Samples.percentile(values, 0.99)).isEqualTo(198);
        assertThat(Samples.percentile(List.of(7.0), 0.99)).isEqualTo(7);
    }
}
