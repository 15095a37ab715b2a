package jp.anpi.foundation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.anpi.foundation.Figure;
import jp.anpi.foundation.Figures;
import jp.anpi.foundation.SetAside;
import jp.anpi.foundation.WorkLoop;

/** How late each kind of due work is, and how many of its rows are set aside (E-20, E-21). */
@ApplicationScoped
public class WorkFigures implements Figures {

    @Inject
    private WorkLoop workLoop;

    @Inject
    private SetAside setAside;

    @Override
    public List<Figure> read(Instant now) {
        Map<String, Long> aside = setAside.count();
        List<Figure> figures = new ArrayList<>();
        workLoop.lateness().forEach((kind, lateness) -> {
            figures.add(Figure.of(
                    "anpi_due_lag_seconds", "kind", kind, lateness.late().toSeconds()));
            figures.add(Figure.of("anpi_set_aside", "kind", kind, aside.getOrDefault(kind, 0L)));
        });
        return figures;
    }
}
