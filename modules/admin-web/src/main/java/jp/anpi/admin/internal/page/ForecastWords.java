package jp.anpi.admin.internal.page;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import jp.anpi.admin.internal.Words;
import jp.anpi.scheduling.CheckInRules.Forecast;
import jp.anpi.scheduling.CheckInRules.Rules;

/** What follows silence, sentence by sentence. */
record ForecastWords(Words words, ZoneId zone) {

    List<String> of(Forecast forecast, Rules rules) {
        List<String> sentences = new ArrayList<>();
        if (forecast.moved() > 0) {
            sentences.add(words.of("rules.forecast.moved", forecast.moved()));
        }
        sentences.add(words.of("rules.forecast.asked", words.moment(forecast.asked(), zone)));
        forecast.follows()
                .forEach(follow ->
                        sentences.add(words.of("rules.forecast." + follow.action(), words.moment(follow.at(), zone))));
        sentences.add(words.of("rules.forecast.staff", words.moment(forecast.staffAt(), zone)));
        sentences.add(words.of(
                "rules.forecast.longest",
                words.of("interval." + forecast.seldom()),
                words.span(forecast.longestSilence())));
        sentences.add(words.of("rules.forecast.outage", words.span(Duration.ofHours(rules.windowHours()))));
        sentences.add(words.of(
                "rules.forecast.late",
                words.of("hour", rules.deliveryFrom()),
                words.of("hour", rules.deliveryUntil())));
        return sentences;
    }
}
