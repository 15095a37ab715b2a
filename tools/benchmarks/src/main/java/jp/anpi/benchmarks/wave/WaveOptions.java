package jp.anpi.benchmarks.wave;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import jp.anpi.launcher.LaunchFailure;

/**
 * How large a wave, and how often.
 *
 * @param participants people who are due at the same instant
 * @param rounds how often floor and wave are measured, in turn
 */
record WaveOptions(int participants, int rounds) {

    static final List<String> HELP = List.of(
            "--participants N   people due at the same instant, 1,000 to 2,000,000 (default 100,000)",
            "--rounds R         floor and wave in turn, this often (default 3, above 100,000 people 1)");

    private static final int DEFAULT_PARTICIPANTS = 100_000;
    private static final int DEFAULT_ROUNDS = 3;

    /** @throws LaunchFailure for a word that means nothing here */
    static WaveOptions parse(List<String> words) {
        Deque<String> rest = new ArrayDeque<>(words);
        int participants = DEFAULT_PARTICIPANTS;
        int rounds = 0;
        while (!rest.isEmpty()) {
            String word = rest.pop();
            switch (word) {
                case "--participants" -> participants = number(word, rest.poll(), 1_000, 2_000_000);
                case "--rounds" -> rounds = number(word, rest.poll(), 1, 20);
                default ->
                    throw new LaunchFailure(
                            LaunchFailure.WRONG_SETTING, "unknown option " + word + "; see ./anpi bench --help");
            }
        }
        int usual = participants > DEFAULT_PARTICIPANTS ? 1 : DEFAULT_ROUNDS;
        return new WaveOptions(participants, rounds == 0 ? usual : rounds);
    }

    private static int number(String option, String text, int least, int most) {
        try {
            int number = Integer.parseInt(String.valueOf(text).replace(",", "").replace("_", ""));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // answered below, in the same words as a number out of range
        }
        throw new LaunchFailure(
                LaunchFailure.WRONG_SETTING, option + " needs a whole number from " + least + " to " + most);
    }
}
