package jp.anpi.announcements;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.anpi.membership.StaffCaller;

/** The texts that an organization keeps for its announcements. */
public interface MessageTemplates {

    /** A template and the key of its row. */
    record Kept(long id, MessageTemplate template) {}

    /** By name. */
    List<Kept> all(StaffCaller caller);

    Optional<MessageTemplate> byId(StaffCaller caller, long id);

    /** Adds it, or replaces the one of the same name. */
    void keep(StaffCaller caller, MessageTemplate template, Instant now);

    /** False where there is none. */
    boolean remove(StaffCaller caller, long id, Instant now);
}
