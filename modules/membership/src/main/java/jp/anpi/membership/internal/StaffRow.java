package jp.anpi.membership.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffRole;
import jp.anpi.membership.StaffSignIn.Presence;
import jp.anpi.membership.StaffSignIn.Session;

/** An account as it stands in its table. */
record StaffRow(
        int id,
        int organizationId,
        String userName,
        String name,
        StaffRole role,
        boolean limited,
        String passwordHash,
        boolean passwordToChange,
        int generation,
        LocalDate lastDay,
        boolean ended,
        int version,
        boolean secondFactor) {

    static final String COLUMNS = "id, organization_id, user_name, display_name, role, limited, password_hash,"
            + " password_to_change, generation, last_day, ended_at, version, exists (select from second_factor f"
            + " where f.staff_id = staff.id and f.confirmed_at is not null) as second_factor";

    static StaffRow of(ResultSet row) throws SQLException {
        return new StaffRow(
                row.getInt("id"),
                row.getInt("organization_id"),
                row.getString("user_name"),
                row.getString("display_name"),
                StaffRole.valueOf(row.getString("role")),
                row.getBoolean("limited"),
                row.getString("password_hash"),
                row.getBoolean("password_to_change"),
                row.getInt("generation"),
                row.getObject("last_day", LocalDate.class),
                row.getObject("ended_at") != null,
                row.getInt("version"),
                row.getBoolean("second_factor"));
    }

    /** Whether it is good on this day of its organization. */
    boolean goodOn(LocalDate day) {
        return !ended && (lastDay == null || !day.isAfter(lastDay));
    }

    Presence presence(String address) {
        return new Presence(
                new Session(id, generation),
                new StaffCaller(id, organizationId, userName, name, role, limited || role.limited(), address),
                passwordToChange,
                secondFactor);
    }

    @Override
    public String toString() {
        return "StaffRow[" + organizationId + "/" + id + ", " + role + "]";
    }
}
