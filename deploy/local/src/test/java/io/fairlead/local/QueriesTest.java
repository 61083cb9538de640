package io.fairlead.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QueriesTest {

    private static final Path ROOT = Path.of(System.getProperty("fairlead.root"));

    @Test
    void shouldFindTheMetricsOfAQueryAndNothingElse() {
        assertEquals(
                Set.of("a_total", "b:c", "up"),
                Queries.metrics(
                        "sum by (x, le) (rate(a_total{q=~\"d{2}|e\", r=\"s\"}[5m])) / on (y) b:c offset 10m > 0.5e3"
                                + " and max_over_time(up[1h:1m]) == 1"));
    }

    @Test
    void shouldFindTheQueriesOfRulesAndDashboards() throws IOException {
        String rules = Files.readString(ROOT.resolve("deploy/helm/fairlead/files/rules.yaml"));

        assertEquals(rules.split("- alert: ").length - 1, Queries.ofRules(ROOT).size());
        assertTrue(Queries.ofRules(ROOT).stream()
                .noneMatch(query -> Queries.metrics(query).isEmpty()));
        assertTrue(Queries.ofDashboards(ROOT).size() >= 50);
    }

    @Test
    void shouldSayOfEachAlertWhatToDo() throws IOException {
        String rules = Files.readString(ROOT.resolve("deploy/helm/fairlead/files/rules.yaml"));
        String sections = Files.readString(ROOT.resolve("docs/operations/alerts.md"));
        String tests = Files.readString(ROOT.resolve("deploy/kube/src/test/promtool/alerts.yaml"));
        List<String> alerts = Pattern.compile("- alert: (\\w+)")
                .matcher(rules)
                .results()
                .map(found -> found.group(1))
                .toList();

        assertTrue(alerts.size() >= 10, () -> "" + alerts);
        for (String alert : alerts) {
            String rule =
                    rules.substring(rules.indexOf("- alert: " + alert + "\n")).split("\n\n")[0];
            assertTrue(
                    rule.contains("runbook_url: docs/operations/alerts.md#" + alert.toLowerCase(Locale.ROOT)), alert);
            assertTrue(Pattern.compile("severity: (page|ticket)").matcher(rule).find(), alert);
            assertTrue(sections.contains("\n## " + alert + "\n"), alert);
            assertTrue(tests.contains("alertname: " + alert), alert);
        }
    }
}
