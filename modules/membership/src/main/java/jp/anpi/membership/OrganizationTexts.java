package jp.anpi.membership;

import java.util.Optional;

/**
 * What an organization says of itself.
 *
 * @param greeting said to whoever adds the account, before our own words
 * @param deskName who answers questions about the service
 * @param deskPhone how to reach them
 */
public record OrganizationTexts(Optional<String> greeting, Optional<String> deskName, Optional<String> deskPhone) {

    public static final OrganizationTexts NONE =
            new OrganizationTexts(Optional.empty(), Optional.empty(), Optional.empty());
}
