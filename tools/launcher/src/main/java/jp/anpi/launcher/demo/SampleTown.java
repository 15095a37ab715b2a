package jp.anpi.launcher.demo;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import jp.anpi.launcher.demo.Resident.Habits;
import jp.anpi.simulator.LineSimulator;

/**
 * A few people of a small town, registered through the real conversation. After the first morning all have answered
 * but one.
 */
final class SampleTown {

    private final LineSimulator line;
    private final DevClock clock;
    private final List<Resident> answering = new ArrayList<>();

    SampleTown(LineSimulator line, DevClock clock) {
        this.line = line;
        this.clock = clock;
    }

    /** Registers everybody and lets the first morning pass. */
    void settle() {
        Resident haruko = participant("春子さん", "毎日", 8);
        watcher(haruko, "美咲さん（春子さんの娘）");
        watcher(haruko, "健太さん（春子さんの甥）");
        Resident ichiro = participant("一郎さん", "2日毎", 8);
        watcher(ichiro, "直樹さん（一郎さんの息子）");
        Resident setsuko = participant("節子さん", "毎日", 8);
        watcher(setsuko, "由美さん（節子さんの姪）");
        participant("茂さん（見守る方なし）", "3日毎", 9);
        answering.add(haruko);
        answering.add(ichiro);
        clock.advance(Duration.ofMinutes(65));
        answering.forEach(resident -> resident.press("OK"));
    }

    private Resident participant(String name, String interval, int hour) {
        return resident(name, interval, hour).registerAsParticipant();
    }

    private void watcher(Resident participant, String name) {
        // Whoever is no friend of the account never gets an alert.
        resident(name, "毎日", 8).addAccount().acceptInvitation(participant.inviteWatcher());
    }

    private Resident resident(String name, String interval, int hour) {
        String nickname = name.replaceFirst("さん.*", "");
        Habits habits = new Habits(nickname, interval, LocalTime.of(hour, 0));
        return new Resident(line.addPhone(name), clock, habits, (who, deed) -> {});
    }
}
