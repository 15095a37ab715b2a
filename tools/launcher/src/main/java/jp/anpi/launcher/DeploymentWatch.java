package jp.anpi.launcher;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.anpi.foundation.InvalidSettingException;

/**
 * Reads from Payara Micro's log whether it came up.
 *
 * <p>Payara Micro goes on running, without the application, when the deployment failed, and hangs when its port was
 * taken. Only its log says so.
 */
final class DeploymentWatch {

    private static final Pattern STARTED = Pattern.compile("Payara Micro \\S+ .*ready in [\\d,.]+ \\(ms\\)");
    private static final Pattern FAILED = Pattern.compile(
            "Exception while loading the app|Exception while preparing the app ?:|Failed to start, exiting|Error occurred during deployment|Deployment failed");
    private static final Pattern CAUSE = Pattern.compile("^Caused by: (.+)");
    private static final Pattern THROWN = Pattern.compile("^[\\w.$]+(?:Exception|Error)(?:: .+)?$");
    private static final Pattern INLINE = Pattern.compile("Exception while (?:loading|preparing) the app ?: ?(.+)");

    private static final Pattern WRONG_SETTING =
            Pattern.compile(Pattern.quote(InvalidSettingException.class.getName()) + ": (.+)");

    private final CompletableFuture<Optional<String>> outcome = new CompletableFuture<>();
    private String reason;
    private String wrongSetting;

    /** Completes with nothing when Payara Micro says it is ready, with the reason when it is not going to be. */
    CompletableFuture<Optional<String>> outcome() {
        return outcome;
    }

    /** The last thing that was thrown so far, for a process that died without a word about its deployment. */
    synchronized Optional<String> lastThrown() {
        return Optional.ofNullable(reason);
    }

    /** What the product said of a setting that it refused, which only its database could show to be wrong. */
    synchronized Optional<String> wrongSetting() {
        return Optional.ofNullable(wrongSetting);
    }

    synchronized void line(String text) {
        if (outcome.isDone()) {
            return;
        }
        Matcher refused = WRONG_SETTING.matcher(text);
        if (refused.find()) {
            wrongSetting = refused.group(1);
        }
        Matcher cause = CAUSE.matcher(text);
        if (cause.find()) {
            reason = cause.group(1);
        } else if (THROWN.matcher(text).matches()) {
            reason = text;
        } else if (reason != null && text.startsWith("  at injection point")) {
            // Which dependency is missing stands on the next line.
            reason = reason + " " + text.strip();
        }
        if (FAILED.matcher(text).find()) {
            Matcher inline = INLINE.matcher(text);
            boolean says = inline.find() && !inline.group(1).isBlank();
            String found = reason != null ? reason : says ? inline.group(1).strip() : "no reason given";
            outcome.complete(Optional.of(found));
        } else if (STARTED.matcher(text).find()) {
            outcome.complete(Optional.empty());
        }
    }
}
