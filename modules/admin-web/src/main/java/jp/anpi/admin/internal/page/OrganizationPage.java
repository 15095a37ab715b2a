package jp.anpi.admin.internal.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import jp.anpi.admin.internal.Words;
import jp.anpi.admin.internal.door.SignedIn;
import jp.anpi.foundation.Settings;
import jp.anpi.membership.OrganizationSettings;
import jp.anpi.membership.OrganizationSettings.Details;
import jp.anpi.membership.OrganizationSettings.Outcome;
import jp.anpi.membership.StaffCaller;

/** The organization: how residents know it, and what those who run the server have fixed. */
@Named
@RequestScoped
public class OrganizationPage {

    /** A property of the server and its value, as it may be shown. */
    public record Fixed(String label, String value, String property) {}

    @Inject
    private SignedIn me;

    @Inject
    private OrganizationSettings organizations;

    @Inject
    private Settings settings;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Clock clock;

    private StaffCaller caller;
    private Words words;
    private Details saved;
    private String name;
    private String greeting;
    private String deskName;
    private String deskPhone;
    private String extraWatchers;
    private String invitationDays;
    private Outcome outcome;

    @PostConstruct
    void open() {
        caller = me.caller();
        words = me.words();
        saved = organizations.details(caller);
        name = saved.name();
        greeting = saved.greeting();
        deskName = saved.deskName();
        deskPhone = saved.deskPhone();
        extraWatchers = Integer.toString(saved.extraWatchers());
        invitationDays = Integer.toString(saved.invitationDays());
    }

    public void save() {
        Details typed = new Details(
                name,
                greeting,
                deskName,
                deskPhone,
                Numbers.typed(extraWatchers),
                Numbers.typed(invitationDays),
                Numbers.typed(request.getParameter("version")));
        outcome = organizations.change(caller, typed, clock.instant());
        saved = organizations.details(caller);
    }

    /** What stands in the database now. */
    public Details getSaved() {
        return saved;
    }

    public boolean isConflict() {
        return outcome == Outcome.CONFLICT;
    }

    public boolean isDone() {
        return outcome == Outcome.CHANGED;
    }

    /** The outcome's name where something is wrong; blank otherwise. */
    public String getWrong() {
        return outcome == null || isDone() ? "" : outcome.name();
    }

    public String getProblem() {
        return getWrong().isEmpty() ? "" : words.of("organization." + outcome);
    }

    /** What only those who run the server change. */
    public List<Fixed> getFixed() {
        return List.of(
                fixed("key", me.organization().key(), "anpi.organization.key"),
                fixed("preset", words.of("preset." + me.organization().preset()), "anpi.organization.preset"),
                fixed("public-url", settings.publicUrl().toString(), "anpi.public-url"),
                fixed(
                        "mail",
                        words.of(settings.urgent().mail().isPresent() ? "fixed.set" : "fixed.unset"),
                        "anpi.mail.host"),
                fixed(
                        "gateway",
                        words.of(settings.urgent().gateway().isPresent() ? "fixed.set" : "fixed.unset"),
                        "anpi.gateway.url"));
    }

    private Fixed fixed(String key, String value, String property) {
        return new Fixed(words.of("fixed." + key), value, property);
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = Objects.toString(name, "");
    }

    public String getGreeting() {
        return greeting;
    }

    public void setGreeting(String greeting) {
        this.greeting = Objects.toString(greeting, "");
    }

    public String getDeskName() {
        return deskName;
    }

    public void setDeskName(String deskName) {
        this.deskName = Objects.toString(deskName, "");
    }

    public String getDeskPhone() {
        return deskPhone;
    }

    public void setDeskPhone(String deskPhone) {
        this.deskPhone = Objects.toString(deskPhone, "");
    }

    public String getExtraWatchers() {
        return extraWatchers;
    }

    public void setExtraWatchers(String extraWatchers) {
        this.extraWatchers = Objects.toString(extraWatchers, "");
    }

    public String getInvitationDays() {
        return invitationDays;
    }

    public void setInvitationDays(String invitationDays) {
        this.invitationDays = Objects.toString(invitationDays, "");
    }
}
