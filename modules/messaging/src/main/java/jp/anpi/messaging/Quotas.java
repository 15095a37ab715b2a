package jp.anpi.messaging;

import java.util.List;
import java.util.Optional;

/** Tells how the month's messages stand; for staff pages, figures and health. */
public interface Quotas {

    /** Of every organization, by id. */
    List<QuotaStatus> all();

    /** Empty for an organization that has not been looked at yet. */
    Optional<QuotaStatus> of(int organizationId);
}
