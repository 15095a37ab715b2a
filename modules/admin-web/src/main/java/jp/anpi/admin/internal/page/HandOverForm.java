package jp.anpi.admin.internal.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.anpi.admin.internal.door.SignedIn;
import jp.anpi.escalation.IncidentWork;
import jp.anpi.escalation.IncidentWork.Colleague;

/** To whom an incident is handed over and with what words; they stay on the page until it was done. */
@Named
@RequestScoped
public class HandOverForm {

    @Inject
    private SignedIn me;

    private String colleague = "";
    private String word = "";

    /** What is wrong with it; empty where it can be done. */
    Optional<String> problem() {
        if (chosen() < 0) {
            return Optional.of(me.words().of("hand-over.missing"));
        }
        return word.length() > IncidentWork.LONGEST_NOTE
                ? Optional.of(me.words().of("contact.too-long", IncidentWork.LONGEST_NOTE))
                : Optional.empty();
    }

    int chosen() {
        return Numbers.typed(colleague);
    }

    List<Choice> choices(List<Colleague> colleagues) {
        List<Choice> choices = new ArrayList<>(List.of(new Choice("", me.words().of("closing.choose"))));
        colleagues.stream()
                .map(one -> new Choice(
                        Integer.toString(one.id()),
                        me.words()
                                .of(
                                        "hand-over.colleague",
                                        one.name(),
                                        me.words().of("role." + one.role()))))
                .forEach(choices::add);
        return choices;
    }

    public String getColleague() {
        return colleague;
    }

    public void setColleague(String colleague) {
        this.colleague = Objects.toString(colleague, "");
    }

    public String getWord() {
        return word;
    }

    public void setWord(String word) {
        this.word = Objects.toString(word, "");
    }
}
