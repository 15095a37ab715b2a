package jp.anpi.membership.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.anpi.foundation.SealedColumn;
import jp.anpi.membership.PersonalData.Field;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffPersonalData.Consent;
import jp.anpi.membership.StaffPersonalData.GivenBy;
import jp.anpi.membership.StaffPersonalData.Standing;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;

/** The SQL of personal data. */
@ApplicationScoped
public class PersonalDataTable {

    static final SealedColumn SEALED = new SealedColumn("personal_data", "member_id", "sealed");

    private static final String COLUMNS = "member_id, organization_id, sealed, held, search_tokens, consent_on,"
            + " consent_by, recorded_by, recorded_at";

    @Inject
    Jdbi jdbi;

    @Produces
    SealedColumn sealed() {
        return SEALED;
    }

    Optional<Standing> standing(long member) {
        return jdbi.withHandle(handle -> handle.createQuery("select p.held, p.consent_on, p.consent_by, p.recorded_at,"
                        + " s.display_name from personal_data p join staff s on s.id = p.recorded_by"
                        + " where p.member_id = :member")
                .bind("member", member)
                .map((row, context) -> standing(row))
                .findOne());
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                Arrays.stream((String[]) row.getArray("held").getArray())
                        .map(Field::valueOf)
                        .collect(Collectors.toSet()),
                new Consent(row.getObject("consent_on", LocalDate.class), GivenBy.valueOf(row.getString("consent_by"))),
                row.getString("display_name"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    Optional<byte[]> value(long member) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select sealed from personal_data where member_id = :member")
                        .bind("member", member)
                        .mapTo(byte[].class)
                        .findOne());
    }

    /** False where something else stands there than was seen, or nothing any more. */
    boolean put(
            StaffCaller caller,
            long member,
            Optional<Instant> seen,
            byte[] sealed,
            List<Field> held,
            List<String> tokens,
            Consent consent,
            Instant now) {
        String values = "(:member, :organization, :sealed, :held, :tokens, :on, :by, :staff, :now)";
        String sql = seen.isPresent()
                ? "update personal_data set (" + COLUMNS + ") = " + values
                        + " where member_id = :member and recorded_at = :seen"
                : "insert into personal_data (" + COLUMNS + ") values " + values + " on conflict do nothing";
        return jdbi.withHandle(handle -> {
            Update update = handle.createUpdate(sql)
                    .bind("member", member)
                    .bind("organization", caller.organizationId())
                    .bind("sealed", sealed)
                    .bind("held", held.stream().map(Field::name).toArray(String[]::new))
                    .bind("tokens", tokens.toArray(String[]::new))
                    .bind("on", consent.on())
                    .bind("by", consent.by().name())
                    .bind("staff", caller.staffId())
                    .bind("now", now);
            seen.ifPresent(at -> update.bind("seen", at));
            return update.execute() == 1;
        });
    }

    boolean erase(long member) {
        return jdbi.withHandle(handle -> handle.createUpdate("delete from personal_data where member_id = :member")
                        .bind("member", member)
                        .execute())
                > 0;
    }
}
