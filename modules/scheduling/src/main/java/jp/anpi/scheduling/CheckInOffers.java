package jp.anpi.scheduling;

/** What each organization offers. */
public interface CheckInOffers {

    CheckInOffer of(int organizationId);
}
