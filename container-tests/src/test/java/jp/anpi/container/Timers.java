package jp.anpi.container;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerService;
import java.util.List;

/** The timers of the application, which only a session bean may ask for. */
@Stateless
public class Timers {

    @Resource
    private TimerService service;

    /** What the container keeps of a timer. */
    public record Kept(boolean persistent, boolean calendar, String second, long remainingMillis) {}

    public List<Kept> all() {
        return service.getAllTimers().stream().map(Timers::kept).toList();
    }

    private static Kept kept(Timer timer) {
        boolean calendar = timer.isCalendarTimer();
        return new Kept(
                timer.isPersistent(),
                calendar,
                calendar ? timer.getSchedule().getSecond() : "",
                timer.getTimeRemaining());
    }
}
