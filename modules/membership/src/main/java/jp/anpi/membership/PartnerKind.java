package jp.anpi.membership;

/** What kind of organization runs a team on the municipality's platform. */
public enum PartnerKind {
    NEIGHBORHOOD_ASSOCIATION,
    HOUSING_ASSOCIATION,
    WELFARE_COMMISSIONERS,
    SOCIAL_WELFARE_COUNCIL,
    COMMUNITY_SUPPORT_CENTER,
    SENIORS_CLUB,
    NONPROFIT,
    COMPANY,
    PROPERTY_MANAGER,
    UNIVERSITY,
    PUBLIC_OFFICE,
    OTHER
}
