package jp.anpi.admin.internal.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jp.anpi.admin.internal.Words;
import jp.anpi.line.ChannelStanding;
import jp.anpi.membership.Beginnings;
import jp.anpi.membership.Beginnings.Standing;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffRight;

/** The way from a fresh installation to the first participant: what is done and what is next, until all is done. */
@ApplicationScoped
public class FirstSteps {

    /**
     * One step in words.
     *
     * @param page where it is done; blank where it is not done on a page
     * @param next whether it is the one to do now
     */
    public record Step(String title, String what, String page, boolean done, boolean next) {}

    private record Part(String key, String page, boolean done) {}

    @Inject
    private Beginnings beginnings;

    @Inject
    private ChannelStanding channels;

    /** Of whom nobody need ask again. */
    private final Set<Integer> complete = ConcurrentHashMap.newKeySet();

    /** None where all is done, and for those who cannot do it. */
    List<Step> of(StaffCaller caller, Words words) {
        int organization = caller.organizationId();
        if (complete.contains(organization) || !caller.may(StaffRight.MANAGE_ORGANIZATION)) {
            return List.of();
        }
        Standing standing = beginnings.of(caller);
        boolean connected = channels.connected(organization);
        if (standing.complete() && connected) {
            complete.add(organization);
            return List.of();
        }
        return steps(standing, connected, words);
    }

    private static List<Step> steps(Standing standing, boolean connected, Words words) {
        List<Part> parts = List.of(
                new Part("administrator", "", true),
                new Part("channel", "channel", connected),
                new Part("organization", "organization", standing.reviewed()),
                new Part("staff", "staff", standing.colleagues()),
                new Part("team", "teams", standing.invited()),
                new Part("participant", "people", standing.participants()));
        Part next = parts.stream().filter(part -> !part.done()).findFirst().orElseThrow();
        return parts.stream()
                .map(part -> new Step(
                        words.of("first." + part.key()),
                        words.of("first." + part.key() + ".what"),
                        part.page(),
                        part.done(),
                        part == next))
                .toList();
    }
}
