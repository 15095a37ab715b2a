package jp.anpi.scheduling.internal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import jp.anpi.foundation.AuditLog;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffRight;
import jp.anpi.messaging.Outbox;
import jp.anpi.scheduling.CheckInOffer;
import jp.anpi.scheduling.CheckInOffers;
import jp.anpi.scheduling.CheckInRules;
import jp.anpi.scheduling.EscalationPolicy;
import jp.anpi.scheduling.MessageKinds;
import jp.anpi.scheduling.ServicePreset;
import org.jdbi.v3.core.Jdbi;

/** {@link CheckInRules} over the offer's row; another policy is another row (E-7). */
@Stateless
public class CheckInRulesBean implements CheckInRules {

    @Inject
    Jdbi jdbi;

    @Inject
    CheckInOffers offers;

    @Inject
    Policies policies;

    @Inject
    HourForEverybody hour;

    @Inject
    Outbox outbox;

    @Inject
    AuditLog audit;

    @Override
    public Rules rules(StaffCaller caller) {
        CheckInOffer offer = offer(caller);
        return RulesAndPolicy.rules(offer, offer.policy(), version(caller));
    }

    private int version(StaffCaller caller) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select version from check_in_offer where organization_id = :organization")
                        .bind("organization", caller.organizationId())
                        .mapTo(Integer.class)
                        .one());
    }

    @Override
    public ServicePreset preset(StaffCaller caller) {
        return offer(caller).policy().preset();
    }

    @Override
    public Outcome check(StaffCaller caller, Rules rules) {
        return RulesCheck.of(preset(caller), rules);
    }

    @Override
    public Optional<Forecast> forecast(StaffCaller caller, Rules rules, Instant now) {
        CheckInOffer offer = offer(caller);
        if (RulesCheck.of(offer.policy().preset(), rules) != Outcome.CHANGED) {
            return Optional.empty();
        }
        int moved = hour.others(offer.organizationId(), fixed(offer, rules));
        return Optional.of(new Foresight(RulesAndPolicy.policy(offer, rules), offer.hoursADay(), offer.zone(), moved)
                .of(rules, now));
    }

    @Override
    public Outcome change(StaffCaller caller, Rules rules, Instant now) {
        CheckInOffer offer = offer(caller);
        Outcome checked = RulesCheck.of(offer.policy().preset(), rules);
        if (checked != Outcome.CHANGED) {
            return checked;
        }
        if (!lock(caller, rules.version())) {
            return Outcome.CONFLICT;
        }
        EscalationPolicy wanted = RulesAndPolicy.policy(offer, rules);
        long policy =
                RulesAndPolicy.same(wanted, offer.policy()) ? offer.policy().id() : policies.create(wanted, now);
        save(caller, offer, rules, policy);
        lookAtLateQuestions(offer, now);
        int moved = hour.move(offer.organizationId(), offer.zone(), fixed(offer, rules), now);
        audit.append(caller.did("RULES_CHANGED", Optional.empty(), Optional.of(inWords(rules, moved)), now));
        return Outcome.CHANGED;
    }

    /** The hours for everybody by these rules; empty where participants choose. */
    private static List<Integer> fixed(CheckInOffer offer, Rules rules) {
        return offer.fixedHour().isEmpty() ? List.of() : CheckInOffer.hoursFrom(rules.hour(), offer.hoursADay());
    }

    /** Those that wait until the hours for them open, as they were, are looked at by the new ones. */
    private void lookAtLateQuestions(CheckInOffer before, Instant now) {
        DeliveryWindow.of(before)
                .opensAfter(now)
                .ifPresent(opening -> outbox.lookAgain(
                        before.organizationId(), Set.of(MessageKinds.QUESTION, MessageKinds.REMINDER), opening, now));
    }

    private boolean lock(StaffCaller caller, int version) {
        return jdbi.withHandle(handle -> handle.createQuery("select 1 from check_in_offer where"
                        + " organization_id = :organization and version = :version for no key update")
                .bind("organization", caller.organizationId())
                .bind("version", version)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }

    private void save(StaffCaller caller, CheckInOffer offer, Rules rules, long policy) {
        OptionalInt fixed = offer.fixedHour().isPresent() ? OptionalInt.of(rules.hour()) : OptionalInt.empty();
        jdbi.useHandle(handle -> handle.createUpdate("update check_in_offer set policy_id = :policy,"
                        + " intervals = :intervals, quote_shown = :quote, fixed_hour = :fixed, default_hour = :hour,"
                        + " delivery_from = :from, delivery_until = :until,"
                        + " version = version + 1 where organization_id = :organization")
                .bind("policy", policy)
                .bind("intervals", rules.intervals().stream().map(Enum::name).toArray(String[]::new))
                .bind("quote", rules.quoteShown())
                .bind("fixed", fixed.isPresent() ? (Integer) fixed.getAsInt() : null)
                .bind("hour", rules.hour())
                .bind("from", rules.deliveryFrom())
                .bind("until", rules.deliveryUntil())
                .bind("organization", caller.organizationId())
                .execute());
    }

    /** Numbers only, in the order of the form: what the rules were is read from the log. */
    private static String inWords(Rules rules, int moved) {
        List<String> intervals = rules.intervals().stream().map(Enum::name).toList();
        return "intervals " + intervals + ", hour " + rules.hour() + ", steps " + rules.numbers() + ", window "
                + rules.windowHours() + " h, take-over " + rules.takeOverMinutes() + " min, late questions "
                + rules.deliveryFrom() + " to "
                + rules.deliveryUntil() + ", quotation "
                + rules.quoteShown() + (moved == 0 ? "" : ", moved " + moved);
    }

    private CheckInOffer offer(StaffCaller caller) {
        caller.require(StaffRight.MANAGE_ORGANIZATION);
        return offers.of(caller.organizationId());
    }
}
