package jp.anpi.announcements.internal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.anpi.announcements.MessageTemplate;
import jp.anpi.announcements.MessageTemplates;
import org.jdbi.v3.core.Jdbi;

/** {@link MessageTemplates} as rows. */
@Stateless
public class MessageTemplatesBean implements MessageTemplates {

    @Inject
    private Jdbi jdbi;

    @Override
    public List<MessageTemplate> all(int organizationId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select name, title, body, easy_body from message_template
                        where organization_id = :organization order by name""")
                .bind("organization", organizationId)
                .map((row, context) -> new MessageTemplate(
                        row.getString("name"),
                        row.getString("title"),
                        row.getString("body"),
                        Optional.ofNullable(row.getString("easy_body"))))
                .list());
    }

    @Override
    public void keep(int organizationId, MessageTemplate template, long staffId, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into message_template
                            (organization_id, name, title, body, easy_body, written_by, changed_at)
                        values (:organization, :name, :title, :body, :easyBody, :staff, :now)
                        on conflict (organization_id, name) do update set title = excluded.title,
                            body = excluded.body, easy_body = excluded.easy_body, written_by = excluded.written_by,
                            changed_at = excluded.changed_at""")
                .bind("organization", organizationId)
                .bind("name", template.name())
                .bind("title", template.title())
                .bind("body", template.body())
                .bind("easyBody", template.easyBody().orElse(null))
                .bind("staff", staffId)
                .bind("now", now)
                .execute());
    }

    @Override
    public void remove(int organizationId, String name) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "delete from message_template where organization_id = :organization and name = :name")
                .bind("organization", organizationId)
                .bind("name", name)
                .execute());
    }
}
