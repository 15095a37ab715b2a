package jp.anpi.admin.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.anpi.announcements.AnnouncementState;
import jp.anpi.announcements.AnnouncementTransition;
import jp.anpi.announcements.CheckInStanding;
import jp.anpi.announcements.Decision;
import jp.anpi.escalation.ContactMethod;
import jp.anpi.escalation.ContactResult;
import jp.anpi.escalation.IncidentOutcome;
import jp.anpi.escalation.IncidentWork;
import jp.anpi.escalation.StaffDepartures;
import jp.anpi.membership.PartnerKind;
import jp.anpi.membership.StaffAccounts;
import jp.anpi.membership.StaffRole;
import jp.anpi.membership.StaffTeams;
import jp.anpi.membership.TeamEndings;
import jp.anpi.messaging.QuotaLevel;
import jp.anpi.reporting.PaperKind;
import jp.anpi.scheduling.CheckInInterval;
import jp.anpi.scheduling.CheckInRules;
import jp.anpi.scheduling.CheckInState;
import jp.anpi.scheduling.OutageKind;
import org.junit.jupiter.api.Test;

/** Both languages say everything, and times read as people say them. */
class WordsTest {

    @Test
    void both_bundles_say_the_same_things() throws IOException {
        assertThat(keys("messages_en.properties")).isEqualTo(keys("messages.properties"));
    }

    @Test
    void everything_that_can_be_shown_has_words() {
        Stream.of(
                        names("method.", ContactMethod.values()),
                        names("result.", ContactResult.values()),
                        names("outcome.", IncidentOutcome.values()),
                        names("role.", StaffRole.values()),
                        names("interval.", CheckInInterval.values()),
                        names("state.", CheckInState.values()),
                        names("banner.outage.", OutageKind.values()).map(key -> key + ".title"),
                        names("banner.quota.", QuotaLevel.LOW, QuotaLevel.RESERVE, QuotaLevel.USED_UP)
                                .map(key -> key + ".text"),
                        names(
                                "incident.",
                                IncidentWork.Deed.CHANGED,
                                IncidentWork.Deed.CLOSED,
                                IncidentWork.Deed.UNKNOWN),
                        names("announce.state.", AnnouncementState.values()),
                        names("announce.progress.", AnnouncementState.values()),
                        names("announce.move.", AnnouncementTransition.values()),
                        names("announce.to.", CheckInStanding.values()),
                        names("announce.", Decision.values()).filter(key -> !key.endsWith("DONE")),
                        names("paper.kind.", PaperKind.values()),
                        names("paper.kind.help.", PaperKind.values()),
                        names("paper.side.", PaperKind.values()).map(key -> key + ".1"),
                        names("password.", StaffAccounts.PasswordOutcome.values())
                                .filter(key -> !key.endsWith("CHANGED")),
                        names("departure.", StaffDepartures.Outcome.values()).filter(key -> !key.endsWith("DONE")),
                        names("team.", StaffTeams.Outcome.values()).filter(key -> !key.endsWith("DONE")),
                        names("ending.", TeamEndings.Outcome.values()).filter(key -> !key.endsWith("DONE")),
                        names("rules.", CheckInRules.Outcome.values()).filter(key -> !key.endsWith("CHANGED")),
                        names("partner.", PartnerKind.values()),
                        names("staff.", StaffAccounts.Outcome.values()).filter(key -> !key.endsWith("DONE")))
                .flatMap(keys -> keys)
                .forEach(key -> assertThat(Words.JAPANESE.has(key)).as(key).isTrue());
    }

    @Test
    void a_span_reads_as_people_say_it() {
        assertThat(Words.JAPANESE.span(Duration.ofMinutes(59))).isEqualTo("59分");
        assertThat(Words.JAPANESE.span(Duration.ofMinutes(61))).isEqualTo("1時間");
        assertThat(Words.JAPANESE.span(Duration.ofHours(27))).isEqualTo("27時間");
        assertThat(Words.JAPANESE.span(Duration.ofHours(48))).isEqualTo("2日");
        assertThat(Words.JAPANESE.span(Duration.ofHours(51))).isEqualTo("2日と3時間");
    }

    @Test
    void a_time_of_day_is_a_part_by_itself_and_nothing_is_lost() {
        List<Words.Part> parts = Words.JAPANESE.parts("12時00分まで、次は9時05分。");

        assertThat(parts.stream().filter(Words.Part::time).map(Words.Part::text))
                .containsExactly("12時00分", "9時05分");
        assertThat(parts.stream().map(Words.Part::text).collect(Collectors.joining()))
                .isEqualTo("12時00分まで、次は9時05分。");
    }

    @Test
    void a_day_has_the_year_of_its_era() {
        assertThat(Words.JAPANESE.date(LocalDate.parse("2026-11-22"))).isEqualTo("令和8年11月22日(日)");
        assertThat(Words.ENGLISH.date(LocalDate.parse("2026-11-22"))).isEqualTo("Sun 22 November 2026");
    }

    private static Stream<String> names(String prefix, Enum<?>... constants) {
        return Stream.of(constants).map(constant -> prefix + constant.name());
    }

    private static Set<Object> keys(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                WordsTest.class.getResourceAsStream("/jp/anpi/admin/" + file), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties.keySet();
    }
}
