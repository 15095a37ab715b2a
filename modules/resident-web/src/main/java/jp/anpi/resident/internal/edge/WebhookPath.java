package jp.anpi.resident.internal.edge;

import java.util.Optional;

/** What follows {@code /line/webhook} in an address. */
final class WebhookPath {

    private WebhookPath() {}

    /** The organization's key, blank for the first one; empty when the address has more parts than that. */
    static Optional<String> organization(String pathInfo) {
        String path = pathInfo == null ? "" : pathInfo.replaceFirst("^/", "");
        return path.contains("/") ? Optional.empty() : Optional.of(path);
    }
}
