package jp.anpi.membership;

import java.time.ZoneId;

/**
 * The body that runs one LINE official account: the tenant. Every row belongs to exactly one.
 *
 * @param key part of the webhook path
 * @param zone wall clock of its schedules (E-16)
 * @param preset name of the service it started with
 */
public record Organization(int id, String key, String name, ZoneId zone, String preset, OrganizationTexts texts) {

    /** One that says nothing of itself. */
    public Organization(int id, String key, String name, ZoneId zone, String preset) {
        this(id, key, name, zone, preset, OrganizationTexts.NONE);
    }
}
