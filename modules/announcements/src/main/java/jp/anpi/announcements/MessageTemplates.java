package jp.anpi.announcements;

import java.time.Instant;
import java.util.List;

/** The texts that an organization keeps for its announcements. */
public interface MessageTemplates {

    /** By name. */
    List<MessageTemplate> all(int organizationId);

    /** Adds it, or replaces the one of the same name. */
    void keep(int organizationId, MessageTemplate template, long staffId, Instant now);

    void remove(int organizationId, String name);
}
