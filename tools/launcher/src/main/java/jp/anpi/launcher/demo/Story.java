package jp.anpi.launcher.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;
import jp.anpi.launcher.Console;
import jp.anpi.launcher.LaunchFailure;
import jp.anpi.launcher.demo.Resident.Habits;
import jp.anpi.launcher.demo.Timeline.Received;
import jp.anpi.simulator.LineSimulator;
import jp.anpi.simulator.Phone;

/**
 * The main story, played on simulated phones: asked, answered, silent, reminded, alerted, looked at, taken on, well
 * after all, away for some days and back.
 */
public final class Story {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final LocalTime HOUR = LocalTime.of(8, 0);

    private final Console console;
    private final DevClock clock;
    private final Timeline timeline;
    private final LineSimulator line;

    /** A story on phones of this LINE, told on a console. */
    public Story(Console console, LineSimulator line, DevClock clock) {
        this.console = console;
        this.line = line;
        this.clock = clock;
        this.timeline = new Timeline(console, clock);
    }

    /**
     * Plays all of it.
     *
     * @throws LaunchFailure when a step did not happen
     */
    public void play() {
        console.line("");
        console.line("→ 電話で押したり送ったりしたこと、← 公式アカウントから届いたもの");
        console.line("→ what is pressed or sent on a phone, ← what the account says there");
        Resident mother = resident("春子さん");
        Resident daughter = resident("美咲さん");
        Resident nephew = resident("健太さん");
        register(mother);
        timeline.chapter("見守る方を招待", "Inviting watchers by link");
        invite(mother, daughter);
        timeline.inBrief(nephew.phone(), "同じように招待されて、参加する / joins in the same way", () -> invite(mother, nephew));
        timeline.news();
        Instant first = nextQuestion();
        answeredDay(mother, first);
        Instant silentSince = first.plus(Duration.ofHours(24));
        silence(mother, silentSince);
        alert(List.of(daughter, nephew), silentSince);
        look(daughter);
        takeOn(daughter, nephew);
        lateAnswer(mother, List.of(daughter, nephew));
        pauseAndReturn(mother);
        console.line("");
        console.line("すべての場面が台本どおりに進みました。 / Every step of the story happened.");
    }

    private void register(Resident mother) {
        timeline.chapter("登録と、OKの練習", "Registering, with an OK for practice");
        mother.registerAsParticipant();
        require(timeline.news(), received -> received.offers("招待する"), "the registration ends by offering 招待する");
    }

    private void invite(Resident mother, Resident watcher) {
        String address = mother.inviteWatcher();
        watcher.addAccount().acceptInvitation(address);
        require(timeline.news(), received -> received.phone() == watcher.phone(), "the watcher is welcomed");
    }

    private void answeredDay(Resident mother, Instant at) {
        timeline.chapter("いつもの朝", "An ordinary morning");
        clock.advanceTo(at);
        require(timeline.news(), question(mother.phone(), at), "the question comes at 8:00");
        clock.advance(Duration.ofMinutes(12));
        mother.press("OK");
        require(timeline.news(), received -> received.phone() == mother.phone(), "the OK is answered");
    }

    private void silence(Resident mother, Instant asked) {
        timeline.chapter("返事がない。24時間後にもう一度", "Silence, and after 24 hours a reminder");
        clock.advanceTo(asked);
        require(timeline.news(), question(mother.phone(), asked), "the question comes again the next day");
        Instant reminder = asked.plus(Duration.ofHours(24));
        clock.advanceTo(reminder);
        require(timeline.news(), question(mother.phone(), reminder), "a reminder comes after 24 hours");
    }

    private void alert(List<Resident> watchers, Instant asked) {
        timeline.chapter("27時間後、見守る方へのお知らせ", "After 27 hours the alert");
        Instant alert = asked.plus(Duration.ofHours(27));
        clock.advanceTo(alert);
        List<Received> news = timeline.news();
        for (Resident watcher : watchers) {
            require(
                    news,
                    received -> received.phone() == watcher.phone()
                            && received.offers("対応します")
                            && received.at().equals(alert),
                    watcher.name() + " is alerted after 27 hours");
        }
    }

    private void look(Resident daughter) {
        timeline.chapter("どなたのことかを確認する", "Looking who it is");
        clock.advance(Duration.ofMinutes(5));
        daughter.press("確認する");
        require(timeline.news(), received -> received.phone() == daughter.phone(), "the watcher is shown who it is");
    }

    private void takeOn(Resident daughter, Resident nephew) {
        timeline.chapter("対応します", "Someone takes it on, and the other is told");
        clock.advance(Duration.ofMinutes(5));
        daughter.press("対応します");
        List<Received> news = timeline.news();
        require(
                news,
                received -> received.phone() == nephew.phone() && received.unasked(),
                "the other watcher hears that someone is on it");
    }

    private void lateAnswer(Resident mother, List<Resident> watchers) {
        timeline.chapter("遅れて返事、ご無事のお知らせ", "A late OK and the all-clear");
        clock.advance(Duration.ofMinutes(20));
        mother.press("OK");
        List<Received> news = timeline.news();
        for (Resident watcher : watchers) {
            require(
                    news,
                    received -> received.phone() == watcher.phone() && !received.offers("対応します"),
                    watcher.name() + " gets the all-clear");
        }
    }

    private void pauseAndReturn(Resident mother) {
        timeline.chapter("お休みと、そのあと", "A pause, and after it");
        LocalDate lastDay = clock.now().atZone(TOKYO).toLocalDate().plusDays(2);
        mother.pauseUntil(lastDay);
        timeline.news();
        Instant back = lastDay.plusDays(1).atTime(HOUR).atZone(TOKYO).toInstant();
        clock.advanceTo(back.minus(Duration.ofMinutes(1)));
        refuse(timeline.news(), received -> received.phone() == mother.phone(), "nothing is asked during the pause");
        clock.advanceTo(back);
        require(timeline.news(), question(mother.phone(), back), "the day after the pause the question comes");
        clock.advance(Duration.ofMinutes(3));
        mother.press("OK");
        require(timeline.news(), received -> received.phone() == mother.phone(), "the OK is answered");
    }

    private Resident resident(String name) {
        Phone phone = line.addPhone(name);
        timeline.watch(phone);
        return new Resident(phone, clock, new Habits(name.replace("さん", ""), "毎日", HOUR), timeline);
    }

    private Instant nextQuestion() {
        var now = clock.now().atZone(TOKYO);
        var today = now.with(HOUR);
        return (today.isAfter(now) ? today : today.plusDays(1)).toInstant();
    }

    private static Predicate<Received> question(Phone phone, Instant at) {
        return received -> received.phone() == phone
                && received.offers("OK")
                && received.offers("連絡がほしい")
                && received.at().equals(at);
    }

    private static void require(List<Received> news, Predicate<Received> expected, String step) {
        if (news.stream().noneMatch(expected)) {
            throw new LaunchFailure("the story stopped: this did not happen: " + step);
        }
    }

    private static void refuse(List<Received> news, Predicate<Received> unexpected, String step) {
        if (news.stream().anyMatch(unexpected)) {
            throw new LaunchFailure("the story stopped: this did not hold: " + step);
        }
    }
}
