package jp.anpi.admin.internal.paper;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import jp.anpi.admin.internal.page.Numbers;
import jp.anpi.reporting.PaperKind;

/**
 * Whose invitation an address means, and on which paper: {@code ?team=12&kind=POSTER}, and {@code team=all} for the
 * organization itself.
 *
 * @param chosen whether anybody was named
 */
record Place(boolean chosen, Optional<Long> team, PaperKind kind) {

    private static final String ALL = "all";
    private static final long NO_TEAM = -1;

    static Place of(HttpServletRequest request) {
        String team = request.getParameter("team");
        PaperKind kind = Stream.of(PaperKind.values())
                .filter(one -> one.name().equals(request.getParameter("kind")))
                .findFirst()
                .orElse(PaperKind.LEAFLET);
        return new Place(team != null, ALL.equals(team) ? Optional.empty() : Optional.of(number(team)), kind);
    }

    private static long number(String team) {
        OptionalLong number = Numbers.whole(team);
        return number.orElse(NO_TEAM);
    }

    static String name(Optional<Long> team) {
        return team.map(Object::toString).orElse(ALL);
    }

    String query() {
        return "team=" + name(team) + "&kind=" + kind;
    }
}
