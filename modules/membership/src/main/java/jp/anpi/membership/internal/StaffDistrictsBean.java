package jp.anpi.membership.internal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.anpi.foundation.AuditLog;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffDistricts;
import jp.anpi.membership.StaffRight;

/** {@link StaffDistricts}; each change stands in the audit log. */
@Stateless
public class StaffDistrictsBean implements StaffDistricts {

    private static final int NONE = -1;

    @Inject
    DistrictTable districts;

    @Inject
    AuditLog audit;

    @Override
    public List<District> all(StaffCaller caller) {
        caller.require(StaffRight.MANAGE_DISTRICTS);
        return districts.all(caller.organizationId());
    }

    @Override
    public List<Choice> open(StaffCaller caller) {
        caller.require(StaffRight.SEE_TEAMS);
        return districts.open(caller);
    }

    @Override
    public Outcome add(StaffCaller caller, String name, Instant now) {
        caller.require(StaffRight.MANAGE_DISTRICTS);
        Optional<String> shown = StaffName.shown(name);
        if (shown.isEmpty()) {
            return Outcome.NAME_UNREADABLE;
        }
        boolean made = !districts.taken(caller.organizationId(), shown.get(), NONE)
                && districts.insert(caller.organizationId(), shown.get(), now);
        return made ? done(caller, "DISTRICT_ADDED", shown.get(), Optional.empty(), now) : Outcome.NAME_TAKEN;
    }

    @Override
    public Outcome rename(StaffCaller caller, int districtId, String name, Instant now) {
        caller.require(StaffRight.MANAGE_DISTRICTS);
        Optional<String> shown = StaffName.shown(name);
        if (shown.isEmpty()) {
            return Outcome.NAME_UNREADABLE;
        }
        if (districts.taken(caller.organizationId(), shown.get(), districtId)) {
            return Outcome.NAME_TAKEN;
        }
        Optional<String> before = districts.lock(caller.organizationId(), districtId, false);
        before.ifPresent(old -> districts.rename(districtId, shown.get()));
        return before.map(old -> done(caller, "DISTRICT_RENAMED", shown.get(), before, now))
                .orElse(Outcome.UNKNOWN);
    }

    @Override
    public Outcome retire(StaffCaller caller, int districtId, Instant now) {
        caller.require(StaffRight.MANAGE_DISTRICTS);
        Optional<String> name = districts.lock(caller.organizationId(), districtId, false);
        name.ifPresent(one -> districts.retire(districtId, Optional.of(now)));
        return name.map(one -> done(caller, "DISTRICT_RETIRED", one, Optional.empty(), now))
                .orElse(Outcome.UNKNOWN);
    }

    @Override
    public Outcome reopen(StaffCaller caller, int districtId, Instant now) {
        caller.require(StaffRight.MANAGE_DISTRICTS);
        Optional<String> name = districts.lock(caller.organizationId(), districtId, true);
        if (name.isPresent() && districts.taken(caller.organizationId(), name.get(), districtId)) {
            return Outcome.NAME_TAKEN;
        }
        name.ifPresent(one -> districts.retire(districtId, Optional.empty()));
        return name.map(one -> done(caller, "DISTRICT_REOPENED", one, Optional.empty(), now))
                .orElse(Outcome.UNKNOWN);
    }

    private Outcome done(StaffCaller caller, String action, String about, Optional<String> note, Instant now) {
        audit.append(caller.did(action, Optional.of(about), note, now));
        return Outcome.DONE;
    }
}
