package jp.anpi.admin.internal.announce;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.anpi.admin.internal.Words;
import jp.anpi.admin.internal.page.Choice;
import jp.anpi.announcements.Addressable;
import jp.anpi.announcements.AnnouncementDraft;
import jp.anpi.announcements.Audience;
import jp.anpi.announcements.CheckInStanding;
import jp.anpi.announcements.MessageTemplate;

/** What is typed about an announcement; it stays on the page until it was kept. */
@Named
@RequestScoped
public class DraftForm {

    /** To be chosen anew: the team or district is no more. */
    private static final String NOBODY = "";

    private static final String FIELD = "write:audience";
    private static final String EVERYONE = "EVERYONE";
    private static final String DISTRICT = "DISTRICT-";
    private static final String TEAM = "TEAM-";

    @Inject
    private Announcer announcer;

    @Inject
    private HttpServletRequest request;

    private String title = "";
    private String body = "";
    private String easyBody = "";
    private String audience = EVERYONE;
    private boolean reachesAway;
    private String sendAt = "";
    private String usefulUntil = "";
    private String templateName = "";

    void fill(AnnouncementDraft draft) {
        title = draft.title();
        body = draft.body();
        easyBody = draft.easyBody().orElse("");
        String kept = value(draft.audience());
        audience = known().stream().anyMatch(one -> one.value().equals(kept)) ? kept : NOBODY;
        reachesAway = draft.reachesAway();
        sendAt = draft.sendAt().map(this::local).orElse("");
        usefulUntil = draft.usefulUntil().map(this::local).orElse("");
    }

    /** The texts alone: another time, perhaps for others. */
    void fill(MessageTemplate template) {
        title = template.title();
        body = template.body();
        easyBody = template.easyBody().orElse("");
        templateName = template.name();
    }

    /** As typed; fields were looked at before. */
    AnnouncementDraft draft() {
        return new AnnouncementDraft(
                title, body, Optional.of(easyBody), chosen(), reachesAway, sendMoment(), usefulMoment());
    }

    MessageTemplate template() {
        return new MessageTemplate(templateName, title, body, Optional.of(easyBody));
    }

    Optional<Instant> sendMoment() {
        return moment(sendAt);
    }

    Optional<Instant> usefulMoment() {
        return moment(usefulUntil);
    }

    private Optional<Instant> moment(String typed) {
        return Optional.of(typed.strip())
                .filter(text -> !text.isEmpty())
                .map(text -> LocalDateTime.parse(text).atZone(announcer.zone()).toInstant());
    }

    private String local(Instant at) {
        return at.atZone(announcer.zone())
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    private Audience chosen() {
        if (isForNobody()) {
            return new Audience.InTeam(0);
        }
        if (audience.startsWith(TEAM)) {
            return new Audience.InTeam(Long.parseLong(audience.substring(TEAM.length())));
        }
        if (audience.startsWith(DISTRICT)) {
            return new Audience.InDistrict(Integer.parseInt(audience.substring(DISTRICT.length())));
        }
        return audience.equals(EVERYONE)
                ? new Audience.Everyone()
                : new Audience.WithCheckIn(CheckInStanding.valueOf(audience));
    }

    private static String value(Audience audience) {
        if (audience instanceof Audience.InTeam team) {
            return TEAM + team.teamId();
        }
        if (audience instanceof Audience.InDistrict district) {
            return DISTRICT + district.districtId();
        }
        return audience instanceof Audience.WithCheckIn some ? some.standing().name() : EVERYONE;
    }

    boolean isForNobody() {
        return audience.equals(NOBODY);
    }

    /** Where what was chosen once is no more, nothing else takes its place unasked. */
    public List<Choice> getAudiences() {
        List<Choice> choices = new ArrayList<>(known());
        String sent = request.getParameter(FIELD);
        boolean sentIsGone = sent != null
                && choices.stream().noneMatch(choice -> choice.value().equals(sent));
        if (isForNobody() || sentIsGone) {
            choices.add(0, new Choice(NOBODY, announcer.words().of("announce.audience.choose")));
        }
        return choices;
    }

    private List<Choice> known() {
        Words words = announcer.words();
        List<Choice> choices = new ArrayList<>(List.of(new Choice(EVERYONE, words.of("announce.to.EVERYONE"))));
        for (Addressable district : announcer.wording().districts()) {
            choices.add(new Choice(DISTRICT + district.id(), words.of("announce.to.DISTRICT", district.name())));
        }
        for (Addressable team : announcer.wording().teams()) {
            choices.add(new Choice(TEAM + team.id(), words.of("announce.to.TEAM", team.name())));
        }
        choices.addAll(Choice.of(words, "announce.to.", CheckInStanding.values()));
        return choices;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title == null ? "" : title;
    }

    public String getBody() {
        return body;
    }

    public void setBody(String body) {
        this.body = body == null ? "" : body;
    }

    public String getEasyBody() {
        return easyBody;
    }

    public void setEasyBody(String easyBody) {
        this.easyBody = easyBody == null ? "" : easyBody;
    }

    public String getAudience() {
        return audience;
    }

    public void setAudience(String audience) {
        this.audience = audience == null ? NOBODY : audience;
    }

    public boolean isReachesAway() {
        return reachesAway;
    }

    public void setReachesAway(boolean reachesAway) {
        this.reachesAway = reachesAway;
    }

    public String getSendAt() {
        return sendAt;
    }

    public void setSendAt(String sendAt) {
        this.sendAt = sendAt == null ? "" : sendAt;
    }

    public String getUsefulUntil() {
        return usefulUntil;
    }

    public void setUsefulUntil(String usefulUntil) {
        this.usefulUntil = usefulUntil == null ? "" : usefulUntil;
    }

    public String getTemplateName() {
        return templateName;
    }

    public void setTemplateName(String templateName) {
        this.templateName = templateName == null ? "" : templateName;
    }
}
