package jp.anpi.line.internal.webhook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Events that could not be stored: LINE may deliver them again and again, but they were missed only once. */
final class MissedEvents {

    private static final int REMEMBERED = 10_000;

    private final Map<String, Boolean> ids = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Whether any of these had not been missed before. */
    synchronized boolean isNews(List<ArrivedEvent> events) {
        boolean news = false;
        for (ArrivedEvent event : events) {
            news |= ids.put(event.id(), true) == null;
        }
        return news;
    }
}
