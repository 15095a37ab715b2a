package jp.anpi.admin.internal.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.anpi.admin.internal.Words;
import jp.anpi.admin.internal.door.SignedIn;
import jp.anpi.admin.internal.form.Form;
import jp.anpi.escalation.ProtocolCheck;
import jp.anpi.escalation.ResponseProtocol;

/** The organization's checklist on the page of an incident, and what was ticked of it; it stays until it was sent. */
@RequestScoped
public class ChecklistForm {

    /** A step of the checklist in words. @param done who ticked it and when; blank where nobody has */
    public record Row(long id, String text, String done, boolean marked) {}

    @Inject
    private SignedIn me;

    @Inject
    private Form form;

    @Inject
    private HttpServletRequest request;

    /** Whether anything was ticked; where not, the page says so. */
    boolean complete() {
        boolean any = !marked().isEmpty();
        if (!any) {
            form.complain(me.words().of("checklist.missing"));
        }
        return any;
    }

    /** The steps that were ticked on the page. */
    Set<Long> marked() {
        return Stream.ofNullable(request.getParameterValues("step"))
                .flatMap(Stream::of)
                .map(Numbers::whole)
                .flatMap(number -> number.stream().boxed())
                .collect(Collectors.toSet());
    }

    /** @param alarms those that make somebody call 110 or 119 at once, or all the others */
    List<Row> rows(List<ProtocolCheck> protocol, boolean alarms, Cards cards) {
        Set<Long> marked = marked();
        return protocol.stream()
                .filter(check -> check.step().call().isPresent() == alarms)
                .map(check -> row(check, marked.contains(check.step().id()), cards))
                .toList();
    }

    private Row row(ProtocolCheck check, boolean marked, Cards cards) {
        Words words = me.words();
        String done = check.checkedAt()
                .map(at -> words.of(
                        "checklist.done", cards.moment(at), check.checkedBy().orElse("")))
                .orElse("");
        return new Row(check.step().id(), text(check.step(), words), done, marked);
    }

    /** What a tick says: where the step demands a call, that the call was made and why. */
    static String text(ResponseProtocol.Step step, Words words) {
        return step.call()
                .map(number -> words.of("checklist.called." + number, step.text()))
                .orElse(step.text());
    }
}
