package jp.anpi.membership.internal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.anpi.foundation.AuditLog;
import jp.anpi.foundation.PersonalFields;
import jp.anpi.foundation.PhoneNumber;
import jp.anpi.foundation.Typed;
import jp.anpi.membership.Member;
import jp.anpi.membership.Organizations;
import jp.anpi.membership.PersonalData;
import jp.anpi.membership.PersonalData.Field;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffPeople;
import jp.anpi.membership.StaffPersonalData;
import jp.anpi.membership.StaffRight;

/** {@link StaffPersonalData}: one sealed value for each person, which no page sees unless somebody asks for it. */
@Stateless
public class StaffPersonalDataBean implements StaffPersonalData {

    /** Between the fields; no field may hold it. */
    private static final String BETWEEN = "\u001F";

    private static final Pattern KANA = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\u30FC\u30FB\uFF70\u3000\\s]+");

    @Inject
    private StaffPeople people;

    @Inject
    private Organizations organizations;

    @Inject
    private PersonalDataTable table;

    @Inject
    private PersonalFields sealing;

    @Inject
    private BlindIndex index;

    @Inject
    private AuditLog audit;

    @Override
    public Optional<Standing> standing(StaffCaller caller, long participantId) {
        caller.require(StaffRight.SEE_PEOPLE);
        return people.seen(caller, participantId).flatMap(member -> table.standing(member.id()));
    }

    @Override
    public Optional<PersonalData> reveal(StaffCaller caller, long participantId, Instant now) {
        caller.require(StaffRight.SEE_PERSONAL_DATA);
        Optional<Member> member = people.seen(caller, participantId);
        Optional<PersonalData> data = member.flatMap(one -> table.value(one.id()))
                .map(value -> opened(sealing.open(PersonalDataTable.SEALED.in(caller.organizationId()), value)));
        data.ifPresent(shown -> note(caller, "PERSONAL_DATA_SEEN", member.get(), "-", now));
        return data;
    }

    @Override
    public Outcome write(
            StaffCaller caller,
            long participantId,
            PersonalData data,
            Optional<Consent> consent,
            Optional<Instant> seen,
            Instant now) {
        caller.require(StaffRight.EDIT_PERSONAL_DATA);
        Optional<Member> member = people.seen(caller, participantId);
        if (member.isEmpty()) {
            return Outcome.UNKNOWN;
        }
        LocalDate today =
                now.atZone(organizations.byId(caller.organizationId()).zone()).toLocalDate();
        Optional<Consent> given = consent.filter(one -> !one.on().isAfter(today));
        Outcome objection = given.isEmpty() ? Outcome.CONSENT_MISSING : objection(data);
        if (objection != Outcome.DONE) {
            return objection;
        }
        List<Field> held = List.copyOf(data.fields().keySet());
        boolean asSeen = table.put(
                caller,
                participantId,
                seen,
                sealing.seal(PersonalDataTable.SEALED.in(caller.organizationId()), closed(data)),
                held,
                index.tokens(caller.organizationId(), data.of(Field.KANA), data.of(Field.PHONE)),
                given.get(),
                now);
        if (!asSeen) {
            return Outcome.CHANGED_MEANWHILE;
        }
        note(
                caller,
                "PERSONAL_DATA_WRITTEN",
                member.get(),
                given.get().by() + " " + given.get().on(),
                now);
        return Outcome.DONE;
    }

    private static Outcome objection(PersonalData data) {
        if (data.fields().isEmpty()) {
            return Outcome.NOTHING_GIVEN;
        }
        if (data.fields().entrySet().stream().anyMatch(field -> !readable(field.getKey(), field.getValue()))) {
            return Outcome.UNREADABLE;
        }
        if (data.of(Field.KANA).filter(kana -> !KANA.matcher(kana).matches()).isPresent()) {
            return Outcome.KANA_UNREADABLE;
        }
        boolean strange = data.of(Field.PHONE)
                .filter(phone -> PhoneNumber.parse(phone).isEmpty())
                .isPresent();
        return strange ? Outcome.PHONE_UNREADABLE : Outcome.DONE;
    }

    /** Lines are for what is to be known in an emergency only. */
    private static boolean readable(Field field, String text) {
        Optional<String> typed =
                field == Field.EMERGENCY ? Typed.text(text, field.longest()) : Typed.line(text, field.longest());
        return typed.isPresent() && text.codePoints().allMatch(Character::isDefined);
    }

    private static String closed(PersonalData data) {
        return String.join(
                BETWEEN,
                Arrays.stream(Field.values())
                        .map(field -> data.of(field).orElse(""))
                        .toList());
    }

    private static PersonalData opened(String text) {
        String[] parts = text.split(BETWEEN, -1);
        Map<Field, String> fields = new EnumMap<>(Field.class);
        for (int i = 0; i < parts.length; i++) {
            fields.put(Field.values()[i], parts[i]);
        }
        return new PersonalData(fields);
    }

    @Override
    public Outcome withdraw(StaffCaller caller, long participantId, Instant now) {
        caller.require(StaffRight.EDIT_PERSONAL_DATA);
        Optional<Member> member = people.seen(caller, participantId);
        if (member.isEmpty()) {
            return Outcome.UNKNOWN;
        }
        if (!table.erase(participantId)) {
            return Outcome.NOTHING_GIVEN;
        }
        note(caller, "PERSONAL_DATA_ERASED", member.get(), "-", now);
        return Outcome.DONE;
    }

    private void note(StaffCaller caller, String action, Member member, String note, Instant now) {
        audit.append(caller.did(action, Optional.of(member.number()), Optional.of(note), now));
    }
}
