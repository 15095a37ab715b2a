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
                        "  4. 職員の画面を開いてログインします。いま人が必要な方として節子さんが出ています。電話の記録を残してみます。",
                        "     Sign in to the staff pages: Setsuko stands there as who needs somebody now. Write down a call.",
                        "  5. 節子さんの電話で、遅れて「OK」を押します。由美さんにご無事のお知らせが届き、職員の画面からも消えます。",
                        "     Press a late OK on Setsuko's phone: the all-clear goes to Yumi, and the incident is over for staff.",
                        "  6. もう1時間進めると、見守る方のいない茂さんのことが、職員の画面にだけ出ます。ご無事を確認して、終えます。",
                        "     One hour more, and Shigeru, whom nobody watches, stands on the staff pages alone. Say there that he",
                        "     is well.",
                        "  7. 春子さんの電話で「メニュー」と送り、「お休み」や「マイページ」を試します。",
                        "     Send メニュー from Haruko's phone, and try a pause (お休み) or her own page (マイページ).",
                        "  ./anpi demo --story は、登録から見守る方へのお知らせ、ご無事、お休みまでを、電話の上だけで自動で見せます。",
                        "     plays by itself what happens on phones, from registering to an alert, the all-clear and a pause;",
                        "     the staff pages are not in it.",
                        "",
                        "Ctrl-C で終わります。 / Ctrl-C ends it.")
                .forEach(console::line);
    }
}
