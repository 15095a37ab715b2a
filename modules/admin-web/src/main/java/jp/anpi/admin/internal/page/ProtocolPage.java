package jp.anpi.admin.internal.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.anpi.admin.internal.Words;
import jp.anpi.admin.internal.door.SignedIn;
import jp.anpi.escalation.EmergencyCall;
import jp.anpi.escalation.ResponseProtocol;
import jp.anpi.escalation.ResponseProtocol.Draft;
import jp.anpi.escalation.ResponseProtocol.Outcome;
import jp.anpi.escalation.ResponseProtocol.Step;
import jp.anpi.membership.StaffCaller;

/** The checklist for incidents: every step in its order, with room for more; an empty one goes. */
@Named
@RequestScoped
public class ProtocolPage {

    private static final int ROOM = 3;

    /** A step as it is typed. */
    public static final class Row {
        private String text;
        private String call;

        Row(String text, String call) {
            this.text = text;
            this.call = call;
        }

        public String getText() {
            return text;
        }

        public void setText(String text) {
            this.text = Objects.toString(text, "");
        }

        public String getCall() {
            return call;
        }

        public void setCall(String call) {
            this.call = Objects.toString(call, "");
        }

        private Draft draft() {
            Optional<EmergencyCall> wanted = Stream.of(EmergencyCall.values())
                    .filter(one -> one.name().equals(call))
                    .findFirst();
            return new Draft(text, wanted);
        }
    }

    @Inject
    private SignedIn me;

    @Inject
    private ResponseProtocol protocol;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Clock clock;

    private StaffCaller caller;
    private Words words;
    private List<Step> saved;
    private List<Row> rows;
    private Outcome outcome;

    @PostConstruct
    void open() {
        caller = me.caller();
        words = me.words();
        saved = protocol.steps(caller);
        // As many as there were on the screen, should somebody else have saved meanwhile.
        int typed = Numbers.typed(request.getParameter("rows"));
        rows = rows(saved, typed >= 0 ? typed : saved.size() + ROOM);
    }

    private static List<Row> rows(List<Step> steps, int count) {
        int most = Math.min(count, ResponseProtocol.MOST_STEPS + ROOM);
        return new ArrayList<>(IntStream.range(0, most)
                .mapToObj(i -> i < steps.size()
                        ? new Row(
                                steps.get(i).text(),
                                steps.get(i).call().map(Enum::name).orElse(""))
                        : new Row("", ""))
                .toList());
    }

    public void save() {
        long seen = Numbers.whole(request.getParameter("seen")).orElse(-1);
        outcome = protocol.change(caller, rows.stream().map(Row::draft).toList(), seen, clock.instant());
        saved = protocol.steps(caller);
        if (isDone()) {
            rows = rows(saved, saved.size() + ROOM);
        }
    }

    public List<Row> getRows() {
        return rows;
    }

    /** The highest id of those that are saved. */
    public long getSeen() {
        return saved.stream().mapToLong(Step::id).max().orElse(0);
    }

    public List<Choice> getCalls() {
        List<Choice> calls = new ArrayList<>(List.of(new Choice("", words.of("protocol.call.none"))));
        calls.addAll(Choice.of(words, "protocol.call.", EmergencyCall.values()));
        return calls;
    }

    public boolean isDone() {
        return outcome == Outcome.CHANGED;
    }

    /** Blank while nothing is wrong. */
    public String getProblem() {
        return outcome == null || isDone()
                ? ""
                : words.of("protocol." + outcome, ResponseProtocol.MOST_STEPS, ResponseProtocol.LONGEST_STEP);
    }
}
