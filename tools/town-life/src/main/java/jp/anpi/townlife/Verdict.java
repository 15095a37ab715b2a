package jp.anpi.townlife;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of a town's life.
 *
 * @param findings everything that should not have been, a line each; empty where both promises were kept
 * @param report figures in plain text
 */
public record Verdict(List<String> findings, String report) {

    static Verdict on(Town town, Instant end, Duration took) {
        Reference reference = new Reference(town.disturbances());
        List<String> findings = new ArrayList<>();
        List<Judge.Alert> alerts = new ArrayList<>();
        for (Resident resident : town.residents()) {
            if (resident.registered() != null) {
                Judge judge = Judge.of(resident, reference, end);
                findings.addAll(judge.findings());
                alerts.addAll(judge.alerts());
            }
        }
        return new Verdict(List.copyOf(findings), new Report(town, end, alerts, findings, took).text());
    }
}
