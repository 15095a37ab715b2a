package jp.anpi.admin.internal.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import jp.anpi.admin.internal.Words;
import jp.anpi.escalation.TimelineEntry;
import jp.anpi.escalation.TimelineEntry.Source;

/** Puts a timeline into words, the latest first. */
record Lines(Words words, Cards cards) {

    /** @param seen how many lines had been on the page; those that came after are fresh */
    List<Line> of(List<TimelineEntry> timeline, int seen) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < timeline.size(); i++) {
            lines.add(line(timeline.get(i), i >= seen));
        }
        Collections.reverse(lines);
        return lines;
    }

    private Line line(TimelineEntry entry, boolean fresh) {
        String next = entry.nextStep()
                .map(step -> entry.nextStepAt()
                        .map(at -> words.of("next.by", step, cards.moment(at)))
                        .orElseGet(() -> words.of("next.open", step)))
                .orElse("");
        return new Line(cards.moment(entry.at()), what(entry), said(entry), next, fresh);
    }

    private String what(TimelineEntry entry) {
        if (entry.source() == Source.NOTICE) {
            return words.of("line.told", entry.count());
        }
        if (entry.source() == Source.CHECK_IN) {
            return known("line.check-in." + entry.kind(), "line.check-in");
        }
        if (entry.method().isPresent()) {
            return words.of(
                    "line.contact",
                    words.of("method." + entry.method().get()),
                    words.of("result." + entry.result().orElseThrow()),
                    entry.staff().orElse(""));
        }
        String key = "line." + entry.kind() + "." + entry.actor();
        String who = entry.staff().orElse("");
        return words.has(key) ? words.of(key, who, entry.to().orElse("")) : words.of("line." + entry.kind());
    }

    private String known(String key, String otherwise) {
        return words.of(words.has(key) ? key : otherwise);
    }

    /** Reasons of the service are names, which have words; what people wrote stands as they wrote it. */
    private String said(TimelineEntry entry) {
        if (entry.source() != Source.INCIDENT) {
            return "";
        }
        boolean written = entry.actor().equals("STAFF") || entry.actor().equals("WATCHER");
        return entry.note()
                .map(note -> written ? note : words.has("reason." + note) ? words.of("reason." + note) : "")
                .orElse("");
    }
}
