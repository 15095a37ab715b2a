package jp.anpi.line.internal.conversation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import jp.anpi.line.internal.render.Choice.Style;

/** One OK to try it out, which completes a participant's registration. */
@Dependent
class Practice implements Dialogue {

    private final Enrollment enrollment;

    @Inject
    Practice(Enrollment enrollment) {
        this.enrollment = enrollment;
    }

    @Override
    public Set<Step> steps() {
        return Set.of(Step.PRACTICE);
    }

    void begin(Talk talk, Plan plan) {
        talk.enter(Step.PRACTICE, plan.data());
        talk.say(prompt(talk));
    }

    @Override
    public List<Utterance> prompt(Talk talk) {
        return List.of(talk.card("practice")
                .press(Style.OK, talk.words("label.ok"), Deed.OK, "")
                .build());
    }

    @Override
    public void answered(Talk talk, Tap tap) {
        Plan plan = Plan.of(talk.data());
        enrollment.participant(talk, plan);
    }
}
