package jp.anpi.membership;

import java.util.List;
import java.util.Optional;

/** Finds organizations and their terms. */
public interface Organizations {

    Optional<Organization> byKey(String key);

    /** @throws IllegalArgumentException when there is none */
    Organization byId(int id);

    /** The organization made at the first start, which the short webhook path means. */
    Organization first();

    List<Organization> all();

    /** The terms that a new member agrees to today. */
    TermsVersion currentTerms(int organizationId);
}
