package jp.anpi.announcements.internal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.anpi.announcements.MessageTemplate;
import jp.anpi.announcements.MessageTemplates;
import jp.anpi.foundation.AuditLog;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffRight;
import org.jdbi.v3.core.Jdbi;

/** {@link MessageTemplates} as rows. */
@Stateless
public class MessageTemplatesBean implements MessageTemplates {

    private static final String SELECT =
            "select id, name, title, body, easy_body from message_template where organization_id = :organization";

    @Inject
    private Jdbi jdbi;

    @Inject
    private AuditLog audit;

    @Override
    public List<Kept> all(StaffCaller caller) {
        caller.require(StaffRight.SEE_ANNOUNCEMENTS);
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " order by name")
                .bind("organization", caller.organizationId())
                .map((row, context) -> new Kept(row.getLong("id"), template(row)))
                .list());
    }

    @Override
    public Optional<MessageTemplate> byId(StaffCaller caller, long id) {
        caller.require(StaffRight.SEE_ANNOUNCEMENTS);
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " and id = :id")
                .bind("organization", caller.organizationId())
                .bind("id", id)
                .map((row, context) -> template(row))
                .findOne());
    }

    private static MessageTemplate template(ResultSet row) throws SQLException {
        return new MessageTemplate(
                row.getString("name"),
                row.getString("title"),
                row.getString("body"),
                Optional.ofNullable(row.getString("easy_body")));
    }

    @Override
    public void keep(StaffCaller caller, MessageTemplate template, Instant now) {
        caller.require(StaffRight.ANNOUNCE);
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into message_template
                            (organization_id, name, title, body, easy_body, written_by, changed_at)
                        values (:organization, :name, :title, :body, :easyBody, :staff, :now)
                        on conflict (organization_id, name) do update set title = excluded.title,
                            body = excluded.body, easy_body = excluded.easy_body, written_by = excluded.written_by,
                            changed_at = excluded.changed_at""")
                .bind("organization", caller.organizationId())
                .bind("name", template.name())
                .bind("title", template.title())
                .bind("body", template.body())
                .bind("easyBody", template.easyBody().orElse(null))
                .bind("staff", caller.staffId())
                .bind("now", now)
                .execute());
        audit.append(caller.did("TEMPLATE_KEPT", Optional.empty(), Optional.of(template.name()), now));
    }

    @Override
    public boolean remove(StaffCaller caller, long id, Instant now) {
        caller.require(StaffRight.ANNOUNCE);
        Optional<MessageTemplate> removed = byId(caller, id);
        removed.ifPresent(template -> {
            jdbi.useHandle(handle -> handle.createUpdate(
                            "delete from message_template where organization_id = :organization and id = :id")
                    .bind("organization", caller.organizationId())
                    .bind("id", id)
                    .execute());
            audit.append(caller.did("TEMPLATE_REMOVED", Optional.empty(), Optional.of(template.name()), now));
        });
        return removed.isPresent();
    }
}
