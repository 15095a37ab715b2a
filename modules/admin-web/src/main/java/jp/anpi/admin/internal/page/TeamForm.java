package jp.anpi.admin.internal.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import jp.anpi.admin.internal.door.SignedIn;
import jp.anpi.membership.PartnerKind;
import jp.anpi.membership.StaffDistricts;
import jp.anpi.membership.StaffTeams.Description;
import jp.anpi.membership.StaffTeams.Line;

/** What is typed about a team; it stays on the page until it was written down. */
@Named
@RequestScoped
public class TeamForm {

    @Inject
    private SignedIn me;

    @Inject
    private StaffDistricts districts;

    private String name = "";
    private String district = "";
    private String kind = "";
    private String partner = "";
    private String note = "";
    private boolean placeable = true;
    private Optional<Choice> present = Optional.empty();

    /** Shows a team as it is. */
    void show(Line team) {
        Description description = team.description();
        name = description.name();
        district = description.districtId().isPresent()
                ? Integer.toString(description.districtId().getAsInt())
                : "";
        kind = description.partnerKind().map(Enum::name).orElse("");
        partner = description.partner().orElse("");
        note = description.note().orElse("");
        placeable = !district.isEmpty();
        present = team.district().map(called -> new Choice(district, called));
    }

    Description description() {
        return new Description(
                name,
                district.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(district)),
                Optional.of(kind).filter(one -> !one.isEmpty()).map(PartnerKind::valueOf),
                Optional.of(partner.strip()).filter(one -> !one.isEmpty()),
                Optional.of(note).filter(one -> !one.isBlank()));
    }

    /** A district that was retired meanwhile is there for the team that is in it. */
    public List<Choice> getDistricts() {
        List<Choice> choices = new ArrayList<>();
        // Out of every district a team would be out of sight of whoever is limited to some.
        if (!me.caller().limited() || !placeable) {
            choices.add(new Choice("", me.words().of("team.district.none")));
        }
        districts.open(me.caller()).forEach(one -> choices.add(new Choice(Integer.toString(one.id()), one.name())));
        present.filter(one -> !choices.contains(one)).ifPresent(choices::add);
        return choices;
    }

    public List<Choice> getKinds() {
        List<Choice> choices = new ArrayList<>(List.of(new Choice("", me.words().of("team.partner.none"))));
        choices.addAll(Choice.of(me.words(), "partner.", PartnerKind.values()));
        return choices;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name == null ? "" : name;
    }

    public String getDistrict() {
        return district;
    }

    public void setDistrict(String district) {
        this.district = district == null ? "" : district;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind == null ? "" : kind;
    }

    public String getPartner() {
        return partner;
    }

    public void setPartner(String partner) {
        this.partner = partner == null ? "" : partner;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note == null ? "" : note;
    }
}
