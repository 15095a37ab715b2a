package jp.anpi.admin.internal.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.anpi.admin.internal.door.SignedIn;
import jp.anpi.membership.PersonalData;
import jp.anpi.membership.PersonalData.Field;
import jp.anpi.membership.StaffPersonalData.Consent;
import jp.anpi.membership.StaffPersonalData.GivenBy;
import jp.anpi.membership.StaffPersonalData.Standing;

/** Personal data as they are typed; they stay on the page until they were written down. */
@Named
@RequestScoped
public class PersonalForm {

    @Inject
    private SignedIn me;

    private final Map<Field, String> fields = new EnumMap<>(Field.class);
    private String consentOn = "";
    private String consentBy = GivenBy.SELF.name();
    private String seen = "";

    /** Shows what there is. */
    void show(PersonalData data, Standing standing) {
        fields.putAll(data.fields());
        consentOn = standing.consent().on().toString();
        consentBy = standing.consent().by().name();
    }

    /** What stands there now was seen: whoever saves takes its place. */
    void seen(Optional<Standing> standing) {
        seen = standing.map(one -> one.recordedAt().toString()).orElse("");
    }

    /** Empty where there was none. */
    Optional<Instant> seen() {
        try {
            return seen.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(seen));
        } catch (DateTimeException madeUp) {
            return Optional.of(Instant.EPOCH);
        }
    }

    PersonalData data() {
        return new PersonalData(fields);
    }

    /** Empty where the day is none. */
    Optional<Consent> consent() {
        try {
            return Optional.of(new Consent(LocalDate.parse(consentOn.strip()), GivenBy.valueOf(consentBy)));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    public List<Choice> getGivers() {
        return Choice.of(me.words(), "personal.by.", GivenBy.values());
    }

    private String text(Field field) {
        return fields.getOrDefault(field, "");
    }

    private void put(Field field, String text) {
        fields.put(field, text == null ? "" : text);
    }

    public String getName() {
        return text(Field.NAME);
    }

    public void setName(String name) {
        put(Field.NAME, name);
    }

    public String getKana() {
        return text(Field.KANA);
    }

    public void setKana(String kana) {
        put(Field.KANA, kana);
    }

    public String getAddress() {
        return text(Field.ADDRESS);
    }

    public void setAddress(String address) {
        put(Field.ADDRESS, address);
    }

    public String getPhone() {
        return text(Field.PHONE);
    }

    public void setPhone(String phone) {
        put(Field.PHONE, phone);
    }

    public String getEmergency() {
        return text(Field.EMERGENCY);
    }

    public void setEmergency(String emergency) {
        put(Field.EMERGENCY, emergency);
    }

    public String getSeen() {
        return seen;
    }

    public void setSeen(String seen) {
        this.seen = seen == null ? "" : seen;
    }

    public String getConsentOn() {
        return consentOn;
    }

    public void setConsentOn(String consentOn) {
        this.consentOn = consentOn == null ? "" : consentOn;
    }

    public String getConsentBy() {
        return consentBy;
    }

    public void setConsentBy(String consentBy) {
        this.consentBy = consentBy == null ? "" : consentBy;
    }
}
