package jp.anpi.line.internal.conversation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.anpi.membership.Role;
import jp.anpi.scheduling.CheckInInterval;

/**
 * What a person has chosen so far on the way to a registration or to another rhythm. Nothing of it counts before the
 * end.
 *
 * @param change whether it is only about the rhythm of somebody who is registered
 * @param terms version of the terms that was shown
 * @param invitation through which the person came
 * @param hours one or two; empty until chosen
 */
record Plan(
        boolean change,
        Role role,
        Optional<Integer> terms,
        Optional<Long> invitation,
        Optional<CheckInInterval> interval,
        List<Integer> hours) {

    static Plan register(Role role, Optional<Long> invitation) {
        return new Plan(false, role, Optional.empty(), invitation, Optional.empty(), List.of());
    }

    static Plan changeRhythm() {
        return new Plan(true, Role.PARTICIPANT, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    Plan agreedTo(int version) {
        return new Plan(change, role, Optional.of(version), invitation, interval, hours);
    }

    Plan every(CheckInInterval chosen) {
        return new Plan(change, role, terms, invitation, Optional.of(chosen), List.of());
    }

    Plan at(List<Integer> chosen) {
        return new Plan(change, role, terms, invitation, interval, chosen);
    }

    static Plan of(Map<String, String> data) {
        return new Plan(
                "yes".equals(data.get("change")),
                Role.valueOf(data.get("role")),
                Optional.ofNullable(data.get("terms")).map(Integer::valueOf),
                Optional.ofNullable(data.get("invitation")).map(Long::valueOf),
                Optional.ofNullable(data.get("interval")).map(CheckInInterval::valueOf),
                Arrays.stream(data.getOrDefault("hours", "").split(","))
                        .filter(hour -> !hour.isEmpty())
                        .map(Integer::valueOf)
                        .toList());
    }

    Map<String, String> data() {
        Map<String, String> data = new HashMap<>();
        data.put("change", change ? "yes" : "no");
        data.put("role", role.name());
        terms.ifPresent(version -> data.put("terms", version.toString()));
        invitation.ifPresent(id -> data.put("invitation", id.toString()));
        interval.ifPresent(chosen -> data.put("interval", chosen.name()));
        data.put("hours", hours.stream().map(String::valueOf).collect(Collectors.joining(",")));
        return data;
    }
}
