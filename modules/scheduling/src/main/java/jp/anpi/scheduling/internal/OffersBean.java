package jp.anpi.scheduling.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import jp.anpi.membership.OrganizationFounded;
import jp.anpi.membership.Organizations;
import jp.anpi.scheduling.CheckInInterval;
import jp.anpi.scheduling.CheckInOffer;
import jp.anpi.scheduling.CheckInOffers;
import jp.anpi.scheduling.ServicePreset;
import org.jdbi.v3.core.Jdbi;

/** Offers of organizations; a new organization gets those of its preset. */
@ApplicationScoped
public class OffersBean implements CheckInOffers {

    @Inject
    private Jdbi jdbi;

    @Inject
    private Policies policies;

    @Inject
    private Organizations organizations;

    void prepare(@Observes OrganizationFounded founded) {
        int organization = founded.organization().id();
        ServicePreset preset = ServicePreset.valueOf(founded.organization().preset());
        long policy = policies.create(organization, preset, founded.at());
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into check_in_offer (organization_id, policy_id, intervals, hours_a_day, fixed_hour)"
                                + " values (:organization, :policy, :intervals, :hours, :fixed)")
                .bind("organization", organization)
                .bind("policy", policy)
                .bind("intervals", preset.intervals().stream().map(Enum::name).toArray(String[]::new))
                .bind("hours", preset.hoursADay())
                .bind(
                        "fixed",
                        preset.fixedHour().isPresent()
                                ? (Integer) preset.fixedHour().getAsInt()
                                : null)
                .execute());
    }

    @Override
    public CheckInOffer of(int organizationId) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from check_in_offer where organization_id = :id")
                .bind("id", organizationId)
                .map((row, context) -> offer(row))
                .one());
    }

    private CheckInOffer offer(ResultSet row) throws SQLException {
        int organization = row.getInt("organization_id");
        int fixedHour = row.getInt("fixed_hour");
        OptionalInt fixed = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(fixedHour);
        List<CheckInInterval> intervals = Arrays.stream(
                        (String[]) row.getArray("intervals").getArray())
                .map(CheckInInterval::valueOf)
                .toList();
        return new CheckInOffer(
                organization,
                organizations.byId(organization).zone(),
                policies.byId(row.getLong("policy_id")),
                intervals,
                row.getInt("hours_a_day"),
                fixed,
                row.getInt("delivery_from"),
                row.getInt("delivery_until"),
                row.getInt("default_hour"),
                row.getBoolean("quote_shown"));
    }
}
