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

    /**
     * @param product base of the product's addresses
     * @param phones the simulator's page
     */
    void print(URI product, URI phones) {
        List.of(
                        "",
                        "試してみること / What to try",
                        "  1. 電話のページ（" + phones + "/）を開きます。朝8時の質問に、節子さんだけがまだ返事をしていません。",
                        "     Open the phones: the question of 8:00 has come. Setsuko alone has not answered.",
                        "  2. ページの上の「＋1日」を1回、「＋1時間」を3回押して、27時間進めます（「次の予定まで」でも進みます）。",
                        "     24時間後に節子さんへもう一度、27時間後に由美さんへお知らせが届きます。",
                        "     At the top of the page press ＋1日 once and ＋1時間 three times, or 次の予定まで again and",
                        "     again: a reminder after 24 hours, an alert to Yumi after 27. Or from a terminal:",
                        "       curl -X POST -H 'Content-Type: application/json' -d '{\"by\":\"PT27H\"}' " + product
                                + "/dev/clock/advance",
                        "  3. 由美さんの電話で「確認する」（どなたのことか）、「対応します」の順に押します。",
                        "     On Yumi's phone press 確認する (who it is), then 対応します (she takes it on).",
                        "  4. 節子さんの電話で、遅れて「OK」を押します。由美さんに、ご無事のお知らせが届きます。",
                        "     Press a late OK on Setsuko's phone: the all-clear goes to Yumi.",
                        "  5. 春子さんの電話で「メニュー」と送り、「お休み」や「マイページ」を試します。",
                        "     Send メニュー from Haruko's phone, and try a pause (お休み) or her own page (マイページ).",
                        "  6. 職員の画面を開いてログインすると、いま人が必要な方がわかります。対応を記録し、ご無事を確認すると、",
                        "     由美さんにもお知らせが届きます。",
                        "     Sign in to the staff pages to see who needs somebody now; write down a call, say that all is",
                        "     well, and Yumi reads it on her phone.",
                        "  ./anpi demo --story は、この流れを自動で見せます。 / plays all this by itself.",
                        "",
                        "Ctrl-C で終わります。 / Ctrl-C ends it.")
                .forEach(console::line);
    }
}
