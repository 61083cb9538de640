package io.fairlead.kube;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That what lets the chart through would have refused a wrong one: a small chart passes, and each way to spoil it is told. */
@ClusterTest
@Needs({"helm", "kubeconform", "etcd", "kube-apiserver", "crds"})
class HarnessTest {
    private static final Chart GOOD = new Chart(Folders.resources().resolve("charts/good"));

    private final Cluster cluster;
    private final String rendered;

    HarnessTest(Cluster cluster) {
        this.cluster = cluster;
        this.rendered = GOOD.render("any", GOOD.variants().get(0));
    }

    @Test
    void shouldRenderForVersionOfServer() {
        String version =
                cluster.api().get("/version").orFail().path("gitVersion").asText();

        assertThat(version).isEqualTo("v" + Cluster.VERSION);
    }

    @Test
    void shouldAdmitWhenChartIsRight() {
        List<Manifest> manifests = Manifest.all(rendered);

        assertThat(manifests).hasSize(7);
        assertThat(Admission.complaints(cluster, cluster.namespace(), manifests))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    allowPrivilegeEscalation: false | privileged: true                  | violates PodSecurity
                    runAsNonRoot: true              | runAsNonRoot: false               | violates PodSecurity
                    seccompProfile:                 | seLinuxOptions: {} #              | violates PodSecurity
                    limits: {memory: 64Mi}          | limits: {}                        | must specify limits.memory
                    serviceAccountName: good        | serviceAccountName: other         | service account
                    maxSurge: 1                     | maxSurge: 1, maxSurging: 1        | field not declared in schema
                    replicas: 1                     | replicas: one                     | expected numeric
                    maxSurge: 1                     | maxSurge: 1, maxSurge: 2          | already set
                    type: Utilization               | type: Utilisation                 | Utilisation
                    AlwaysAllow                     | Always                            | supported values
                    partitions: 3                   | partitions: 0                     | greater than or equal to 1
                    partitions: 3                   | partition: 3                      | field not declared in schema
                    publicClient: true              | publicClients: true               | field not declared in schema
                    sslRequired: external           | sslRequired: [external]           | expected string
                    for: 5m                         | for: five minutes                 | spec.groups[0].rules[0].for
                    kafka.strimzi.io/v1             | kafka.strimzi.io/v1beta2          | knows no KafkaTopic
                    """)
    void shouldComplainWhenChartIsSpoilt(String right, String wrong, String complaint) {
        assertThat(rendered).contains(right);
        String spoilt = rendered.replaceFirst(Pattern.quote(right), wrong);

        List<String> complaints = Admission.complaints(cluster, cluster.namespace(), Manifest.all(spoilt));

        assertThat(complaints).anyMatch(each -> each.contains(complaint));
    }

    @Test
    void shouldComplainOfWarning() {
        Manifest deprecated = Manifest.one(
                """
                apiVersion: v1
                kind: Endpoints
                metadata: {name: old}
                """);

        assertThat(Admission.complaints(cluster, cluster.namespace(), List.of(deprecated)))
                .singleElement()
                .asString()
                .contains("warning");
    }

    @Test
    void shouldMakeSchemasThatRefuseUnknownFieldsAndWrongTypes(@TempDir Path folder) {
        Kubeconform kubeconform = new Kubeconform(new Schemas(cluster.api(), folder));

        assertThat(kubeconform.complaints(rendered)).isEmpty();
        for (String spoilt : List.of(
                rendered.replace("maxSurge: 1", "maxSurging: 1"),
                rendered.replace("sslRequired: external", "sslRequired: [external]"),
                rendered.replace("kind: KafkaTopic", "kind: KafkaTopics"))) {
            assertThat(kubeconform.complaints(spoilt)).hasSize(1);
        }
    }

    @Test
    void shouldFailLintWhenTemplateIsBroken(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("templates"));
        Files.copy(GOOD.folder().resolve("Chart.yaml"), folder.resolve("Chart.yaml"));
        Path values = Files.writeString(folder.resolve("values.yaml"), "image: {}\n");
        Files.writeString(folder.resolve("templates/all.yaml"), "{{ .Values.image.name.tag }}");

        assertThat(new Chart(folder).lint(values).status()).isNotZero();
        assertThat(GOOD.lint(GOOD.variants().get(0)).all()).contains("0 chart(s) failed");
    }
}
