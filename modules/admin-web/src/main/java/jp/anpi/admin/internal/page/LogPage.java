package jp.anpi.admin.internal.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.anpi.admin.internal.Words;
import jp.anpi.admin.internal.door.SignedIn;
import jp.anpi.foundation.AuditLog.Numbered;
import jp.anpi.membership.StaffLog;

/** The audit log, a page at a time. */
@Named
@RequestScoped
public class LogPage {

    private static final int MOST = 50;
    private static final Pattern THING = Pattern.compile("([a-z]+) (\\d+)(|: .*)");

    /** An entry in words. */
    public record Row(long id, String at, String who, String what, String about, String note, String address) {}

    @Inject
    private SignedIn me;

    @Inject
    private StaffLog log;

    @Inject
    private HttpServletRequest request;

    private List<Row> rows;
    private OptionalLong broken;
    private boolean checked;

    @PostConstruct
    void open() {
        Words words = me.words();
        ZoneId zone = me.organization().zone();
        rows = log.page(me.caller(), Numbers.whole(request.getParameter("before")), MOST).stream()
                .map(numbered -> row(numbered, words, zone))
                .toList();
        checked = request.getParameter("check") != null;
        broken = checked ? log.firstBroken(me.caller()) : OptionalLong.empty();
    }

    private static Row row(Numbered numbered, Words words, ZoneId zone) {
        var entry = numbered.entry();
        String key = "audit." + entry.action();
        return new Row(
                numbered.id(),
                words.moment(entry.at(), zone),
                entry.staffName(),
                words.has(key) ? words.of(key) : entry.action(),
                thing(entry.about().orElse(""), words),
                note(entry.note().orElse(""), words),
                entry.address());
    }

    /** Names of roles, rules and incidents in words; anything else as it stands. */
    private static String note(String note, Words words) {
        return Stream.of("role.", "log.note.")
                .map(prefix -> prefix + note)
                .filter(words::has)
                .findFirst()
                .map(key -> words.of(key))
                .orElseGet(() -> thing(note, words));
    }

    /** 「incident 12」 in words, also before a colon; a person's number as it stands. */
    private static String thing(String text, Words words) {
        Matcher thing = THING.matcher(text);
        return thing.matches() && words.has("log." + thing.group(1))
                ? words.of("log." + thing.group(1), thing.group(2)) + thing.group(3)
                : text;
    }

    public List<Row> getRows() {
        return rows;
    }

    /** Where the next page begins; null on the last. */
    public Long getNext() {
        return rows.size() < MOST ? null : rows.get(rows.size() - 1).id();
    }

    /** What the look at the chain has found; blank where nobody asked. */
    public String getVerdict() {
        if (!checked) {
            return "";
        }
        return broken.isPresent()
                ? me.words().of("log.broken", broken.getAsLong())
                : me.words().of("log.whole");
    }

    public boolean isBroken() {
        return broken.isPresent();
    }
}
