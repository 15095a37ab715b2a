package jp.anpi.admin.internal.announce;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import jp.anpi.admin.internal.form.Form;
import jp.anpi.admin.internal.page.Address;
import jp.anpi.admin.internal.page.Choice;
import jp.anpi.admin.internal.page.Numbers;
import jp.anpi.announcements.Announcement;
import jp.anpi.announcements.AnnouncementDraft;
import jp.anpi.announcements.AnnouncementState;
import jp.anpi.announcements.Announcements;
import jp.anpi.announcements.Decision;
import jp.anpi.announcements.MessageTemplates;
import jp.anpi.line.AnnouncementPreview;

/** Where an announcement is written: a new one, a draft, or a copy of one that was sent. */
@Named
@RequestScoped
public class WritePage {

    @Inject
    private Announcer announcer;

    @Inject
    private Announcements announcements;

    @Inject
    private MessageTemplates templates;

    @Inject
    private AnnouncementPreview preview;

    @Inject
    private DraftForm draft;

    @Inject
    private Form form;

    @Inject
    private Address address;

    @Inject
    private HttpServletRequest request;

    private long id;
    private int version;
    private boolean missing;
    private Optional<AnnouncementDraft> shown = Optional.empty();
    private String note = "";

    @PostConstruct
    void open() {
        id = Numbers.whole(request.getParameter("id")).orElse(0);
        version = (int) Numbers.whole(request.getParameter("version")).orElse(0);
        if ("POST".equals(request.getMethod())) {
            return;
        }
        if (id > 0) {
            Optional<Announcement> editable =
                    announcements.look(announcer.caller(), id).filter(one -> one.state() == AnnouncementState.DRAFT);
            missing = editable.isEmpty();
            editable.ifPresent(one -> {
                version = one.version();
                begin(one.draft());
            });
        }
        parameter("from")
                .flatMap(from -> announcements.look(announcer.caller(), from))
                .ifPresent(one -> begin(one.draft()));
        parameter("template")
                .flatMap(template -> templates.byId(announcer.caller(), template))
                .ifPresent(draft::fill);
        if (missing) {
            address.missing();
        }
    }

    private Optional<Long> parameter(String name) {
        OptionalLong number = Numbers.whole(request.getParameter(name));
        return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
    }

    private void begin(AnnouncementDraft content) {
        draft.fill(content);
        shown = Optional.of(content);
    }

    /** Shows it as phones will, and keeps nothing. */
    public void look() {
        if (sensible()) {
            shown = Optional.of(draft.draft());
        }
    }

    public void keep() throws IOException {
        if (!sensible()) {
            return;
        }
        if (id == 0) {
            id = announcements.write(announcer.caller(), draft.draft(), announcer.now());
            redirect();
            return;
        }
        Decision decision = announcements.edit(announcer.caller(), id, version, draft.draft(), announcer.now());
        if (decision == Decision.DONE) {
            redirect();
        } else {
            form.complain(announcer.words().of("announce.write." + decision));
        }
    }

    private void redirect() throws IOException {
        address.leadTo("announcement?id=" + id + "&done=kept");
    }

    public void keepTemplate() {
        if (draft.getTemplateName().isBlank()) {
            form.complain("write:templateName", announcer.words().of("announce.template.missing"));
            return;
        }
        templates.keep(announcer.caller(), draft.template(), announcer.now());
        shown = Optional.of(draft.draft());
        note = announcer
                .words()
                .of("announce.template.kept", draft.getTemplateName().strip());
    }

    /** What no single field can know: that times lie ahead, in their order. */
    private boolean sensible() {
        Optional<Instant> send = draft.sendMoment();
        Optional<Instant> useful = draft.usefulMoment();
        if (draft.isForNobody()) {
            form.complain("write:audience", announcer.words().of("announce.audience.gone"));
        }
        if (send.filter(announcer.now()::isAfter).isPresent()) {
            form.complain("write:sendAt", announcer.words().of("announce.send.past"));
        }
        if (useful.filter(until -> !until.isAfter(send.orElse(announcer.now()))).isPresent()) {
            form.complain("write:usefulUntil", announcer.words().of("announce.useful.past"));
        }
        return !form.isObjected();
    }

    public boolean isMissing() {
        return missing;
    }

    public long getId() {
        return id;
    }

    public int getVersion() {
        return version;
    }

    /** As phones would show it; none before somebody wanted to see it. */
    public List<String> getBubbles() {
        return shown.map(preview::bubbles).orElse(List.of());
    }

    /** Null as long as nothing is shown. */
    public Cost getCost() {
        return shown.map(content -> Cost.of(
                        announcements.reach(
                                announcer.caller(), content.audience(), content.reachesAway(), announcer.now()),
                        announcer.words()))
                .orElse(null);
    }

    public List<Choice> getTemplates() {
        return templates.all(announcer.caller()).stream()
                .map(kept ->
                        new Choice(Long.toString(kept.id()), kept.template().name()))
                .toList();
    }

    public String getNote() {
        return note;
    }
}
