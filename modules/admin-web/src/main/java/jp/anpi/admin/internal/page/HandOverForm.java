package jp.anpi.admin.internal.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jp.anpi.admin.internal.door.SignedIn;
import jp.anpi.admin.internal.form.Form;
import jp.anpi.escalation.IncidentWork.Colleague;

/** To whom an incident is handed over and with what words; they stay on the page until it was done. */
@Named
@RequestScoped
public class HandOverForm {

    @Inject
    private SignedIn me;

    @Inject
    private Form form;

    private String colleague = "";
    private String word = "";

    /** Whether it can be done; where not, the fields say why. */
    boolean complete() {
        if (chosen() < 0) {
            form.complain("hand-over:colleague", me.words().of("hand-over.missing"));
        }
        return !form.isObjected();
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
