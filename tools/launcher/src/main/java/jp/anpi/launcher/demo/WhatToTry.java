package jp.anpi.launcher.demo;

import java.net.URI;
import java.util.List;
import jp.anpi.launcher.Console;

/** What a visitor of the sample town can do next. */
final class WhatToTry {

    private final Console console;

    WhatToTry(Console console) {
        this.console = console;
    }

    void print(URI product) {
        List.of(
                        "",
                        "試してみること / What to try",
                        "  1. 電話のページを開くと、朝8時の質問が届いています。節子さんだけ、まだ返事をしていません。",
                        "     Open the phones: the question of 8:00 has come. Setsuko alone has not answered.",
                        "  2. 時刻を27時間進めると、24時間後に再送、27時間後に由美さんへお知らせが届きます。",
                        "     Let 27 hours pass: a reminder after 24 hours, an alert to Yumi after 27.",
                        "       curl -X POST -H 'Content-Type: application/json' -d '{\"by\":\"PT27H\"}' " + product
                                + "/dev/clock/advance",
                        "  3. 由美さんの電話で「対応します」、節子さんの電話で遅れて「OK」を押します。",
                        "     Press 対応します on Yumi's phone, then a late OK on Setsuko's: the all-clear goes out.",
                        "  4. 職員ページで、返事のない方と対応の経過を見ます。",
                        "     See on the staff pages who has not answered and what was done.",
                        "  ./anpi demo --story は、この流れを自動で見せます。 / plays all this by itself.",
                        "",
                        "Ctrl-C で終わります。 / Ctrl-C ends it.")
                .forEach(console::line);
    }
}
