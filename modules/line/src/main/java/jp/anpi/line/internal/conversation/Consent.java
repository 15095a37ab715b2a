package jp.anpi.line.internal.conversation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.anpi.membership.Organizations;
import jp.anpi.membership.Role;
import jp.anpi.membership.TermsVersion;

/** The beginning of a registration: the role in words, the terms, and はい or いいえ to them. */
@Dependent
class Consent implements Dialogue {

    private static final int LONGEST_TEXT = 4900;
    private static final int MOST_TEXTS = 3;

    private final Organizations organizations;
    private final Planning planning;
    private final Enrollment enrollment;
    private final Menu menu;

    @Inject
    Consent(Organizations organizations, Planning planning, Enrollment enrollment, Menu menu) {
        this.organizations = organizations;
        this.planning = planning;
        this.enrollment = enrollment;
        this.menu = menu;
    }

    @Override
    public Set<Step> steps() {
        return Set.of(Step.CONSENT);
    }

    /** Begins a registration; whoever is a member has agreed before and goes on at once. */
    void begin(Talk talk, Plan plan) {
        int version = organizations.currentTerms(talk.organizationId()).version();
        if (talk.member().isPresent()) {
            proceed(talk, plan.agreedTo(version));
            return;
        }
        talk.enter(Step.CONSENT, plan.agreedTo(version).data());
        talk.say(prompt(talk));
    }

    @Override
    public List<Utterance> prompt(Talk talk) {
        Plan plan = Plan.of(talk.data());
        List<Utterance> all = new ArrayList<>();
        // Who comes through an invitation has just read what the role is.
        if (plan.invitation().isEmpty()) {
            all.add(new Utterance.Plain(talk.words("role." + plan.role().name())));
        }
        terms(talk).forEach(text -> all.add(new Utterance.Plain(text)));
        all.addAll(again(talk));
        return all;
    }

    /** The terms stand above, and are long. */
    @Override
    public List<Utterance> again(Talk talk) {
        return List.of(talk.card("consent").yesNo().build());
    }

    private List<String> terms(Talk talk) {
        TermsVersion current = organizations.currentTerms(talk.organizationId());
        List<String> texts = new ArrayList<>();
        String rest = current.body();
        while (!rest.isBlank() && texts.size() < MOST_TEXTS) {
            int cut = Math.min(LONGEST_TEXT, rest.length());
            texts.add(rest.substring(0, cut));
            rest = rest.substring(cut);
        }
        return texts;
    }

    @Override
    public void answered(Talk talk, Tap tap) {
        Plan plan = Plan.of(talk.data());
        if (tap.deed() != Deed.YES) {
            talk.leave();
            talk.say("consent.declined");
            menu.show(talk);
        } else if (termsChanged(talk, plan)) {
            begin(talk, plan);
        } else {
            proceed(talk, plan);
        }
    }

    /** Nobody agrees to what they were not shown. */
    private boolean termsChanged(Talk talk, Plan plan) {
        return organizations.currentTerms(talk.organizationId()).version()
                != plan.terms().orElseThrow();
    }

    private void proceed(Talk talk, Plan plan) {
        if (plan.role() == Role.WATCHER) {
            enrollment.watcher(talk, plan);
        } else if (talk.participant()) {
            enrollment.join(talk, plan);
        } else {
            planning.begin(talk, plan);
        }
    }
}
