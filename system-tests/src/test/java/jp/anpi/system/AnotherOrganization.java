package jp.anpi.system;

import java.util.List;

/** A further organization on the same installation, with what the product gives to each that it founds. */
final class AnotherOrganization {

    private static final String MAIN = "(select id from organization where key = 'main')";

    private AnotherOrganization() {}

    /** It works by the same rules as the first one, and has no channel; its id. */
    static int found(Records records, String key, String name) {
        records.change("insert into organization (key, name, zone, preset, created_at) select '" + key + "', '" + name
                + "', zone, preset, created_at from organization where id = " + MAIN);
        int id = (int) records.count("select id from organization where key = ?", key);
        for (String sql : List.of(
                "insert into terms_version select %1$d, version, body, published_at from terms_version"
                        + " where organization_id = %2$s",
                "insert into escalation_policy (organization_id, preset, created_at)"
                        + " select %1$d, p.preset, p.created_at from escalation_policy p join check_in_offer o"
                        + " on o.policy_id = p.id where o.organization_id = %2$s",
                "insert into escalation_step select (select id from escalation_policy where organization_id = %1$d),"
                        + " position, delay_minutes, missed_slots, action from escalation_step where policy_id ="
                        + " (select policy_id from check_in_offer where organization_id = %2$s)",
                "insert into check_in_offer (organization_id, policy_id, intervals, hours_a_day)"
                        + " select %1$d, (select id from escalation_policy where organization_id = %1$d), intervals,"
                        + " hours_a_day from check_in_offer where organization_id = %2$s")) {
            records.change(sql.formatted(id, MAIN));
        }
        return id;
    }
}
