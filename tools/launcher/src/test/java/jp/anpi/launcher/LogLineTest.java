package jp.anpi.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogLineTest {

    @Test
    void a_record_for_programs_reads_like_one_for_people() {
        assertThat(
                        LogLine.readable(
                                "{\"Timestamp\":\"2026-11-28T18:07:44.853+0900\",\"Level\":\"WARNING\","
                                        + "\"LoggerName\":\"jp.anpi.X\",\"LogMessage\":\"one\\ntwo\","
                                        + "\"Throwable\":{\"Exception\":\"three\",\"StackTrace\":\"a.B: three\\n\\tat a.B.c(B.java:1)\"}}"))
                .containsExactly(
                        "2026-11-28T18:07:44.853+0900 WARNING jp.anpi.X one",
                        "two",
                        "a.B: three",
                        "\tat a.B.c(B.java:1)");
    }

    @Test
    void any_other_line_stays_as_it_is() {
        assertThat(LogLine.readable("{torn")).containsExactly("{torn");
        assertThat(LogLine.readable("{\"Timestamp\" torn")).containsExactly("{\"Timestamp\" torn");
    }
}
