package jp.anpi.membership.internal;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import jp.anpi.foundation.AuditLog;
import jp.anpi.foundation.PhoneNumber;
import jp.anpi.foundation.Typed;
import jp.anpi.membership.OrganizationChanged;
import jp.anpi.membership.OrganizationSettings;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffRight;
import org.jdbi.v3.core.Jdbi;

/** {@link OrganizationSettings} over the organization's row. */
@Stateless
public class OrganizationSettingsBean implements OrganizationSettings {

    @Inject
    Jdbi jdbi;

    @Inject
    AuditLog audit;

    @Inject
    Event<OrganizationChanged> changed;

    @Override
    public Details details(StaffCaller caller) {
        caller.require(StaffRight.MANAGE_ORGANIZATION);
        return jdbi.withHandle(handle -> handle.createQuery("select name, greeting, desk_name, desk_phone,"
                        + " extra_watchers, invitation_days, version from organization where id = :organization")
                .bind("organization", caller.organizationId())
                .map((row, context) -> details(row))
                .one());
    }

    private static Details details(ResultSet row) throws SQLException {
        return new Details(
                row.getString("name"),
                Objects.toString(row.getString("greeting"), ""),
                Objects.toString(row.getString("desk_name"), ""),
                Objects.toString(row.getString("desk_phone"), ""),
                row.getInt("extra_watchers"),
                row.getInt("invitation_days"),
                row.getInt("version"));
    }

    @Override
    public Outcome change(StaffCaller caller, Details typed, Instant now) {
        caller.require(StaffRight.MANAGE_ORGANIZATION);
        Optional<String> name = Typed.line(typed.name(), LONGEST_NAME).filter(text -> !text.isEmpty());
        Optional<String> greeting = Typed.text(typed.greeting(), LONGEST_GREETING);
        Optional<String> deskName = Typed.line(typed.deskName(), LONGEST_NAME);
        Optional<String> deskPhone = Typed.line(typed.deskPhone(), LONGEST_PHONE);
        if (name.isEmpty()) {
            return Outcome.NAME_UNREADABLE;
        }
        if (greeting.isEmpty()) {
            return Outcome.GREETING_UNREADABLE;
        }
        if (deskName.isEmpty() || deskName.get().isEmpty() && !typed.deskPhone().isBlank()) {
            return Outcome.DESK_NAME_UNREADABLE;
        }
        // One without the other would print half an address.
        if (deskPhone.isEmpty()
                || !deskName.get().isEmpty()
                        && PhoneNumber.parseOfDesk(deskPhone.get()).isEmpty()) {
            return Outcome.DESK_PHONE_UNREADABLE;
        }
        if (typed.extraWatchers() < 0 || typed.extraWatchers() > MOST_EXTRA_WATCHERS) {
            return Outcome.EXTRA_WATCHERS_IMPOSSIBLE;
        }
        if (typed.invitationDays() < 1 || typed.invitationDays() > MOST_INVITATION_DAYS) {
            return Outcome.INVITATION_DAYS_IMPOSSIBLE;
        }
        Details checked = new Details(
                name.get(),
                greeting.get(),
                deskName.get(),
                deskPhone.get(),
                typed.extraWatchers(),
                typed.invitationDays(),
                typed.version());
        return save(caller, checked, now) ? Outcome.CHANGED : Outcome.CONFLICT;
    }

    private boolean save(StaffCaller caller, Details details, Instant now) {
        int saved = jdbi.withHandle(handle -> handle.createUpdate("update organization set name = :name,"
                        + " greeting = nullif(:greeting, ''), desk_name = nullif(:deskName, ''),"
                        + " desk_phone = nullif(:deskPhone, ''), extra_watchers = :extraWatchers,"
                        + " invitation_days = :invitationDays, reviewed_at = :now, version = version + 1"
                        + " where id = :organization and version = :version")
                .bind("name", details.name())
                .bind("greeting", details.greeting())
                .bind("deskName", details.deskName())
                .bind("deskPhone", details.deskPhone())
                .bind("extraWatchers", details.extraWatchers())
                .bind("invitationDays", details.invitationDays())
                .bind("now", now)
                .bind("organization", caller.organizationId())
                .bind("version", details.version())
                .execute());
        if (saved == 1) {
            audit.append(caller.did("ORGANIZATION_CHANGED", Optional.empty(), Optional.of(details.name()), now));
            changed.fire(new OrganizationChanged(caller.organizationId()));
        }
        return saved == 1;
    }
}
