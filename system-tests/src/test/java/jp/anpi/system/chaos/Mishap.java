package jp.anpi.system.chaos;

/** Something that strikes while a part of a day goes on. */
interface Mishap {

    /** Lies in wait from now on. */
    void begin();

    /** Strikes now at the latest if it still lies in wait, and makes good what does not make itself good. */
    void end();

    /** Whether it may have cost everybody's taps, so that people are asked again (E-8). */
    default boolean isOutage() {
        return false;
    }
}
