package io.fairlead.kube;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The chart in every variant that it promises, before the server that would install it. */
@ClusterTest
@Needs({"helm", "kubeconform", "etcd", "kube-apiserver", "crds"})
class ChartTest {
    private static final Chart CHART = Chart.fairlead();

    @TempDir
    static Path schemas;

    private final Cluster cluster;

    ChartTest(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Names of files, so that a report reads well. */
    static List<String> variants() {
        return CHART.variants().stream()
                .map(file -> file.getFileName().toString())
                .toList();
    }

    @Test
    void shouldHaveVariantOfEachWayToBringDependencies() {
        assertThat(variants()).contains("minimal-existing-values.yaml", "all-operators-values.yaml");
    }

    @ParameterizedTest
    @MethodSource("variants")
    void shouldPassLint(String variant) {
        Program.Result lint = CHART.lint(values(variant));

        assertThat(lint.status()).as(lint.all()).isZero();
    }

    @ParameterizedTest
    @MethodSource("variants")
    void shouldFitSchemasOfServerAndOperators(String variant) {
        String rendered = CHART.render("fairlead", values(variant));

        assertThat(new Kubeconform(new Schemas(cluster.api(), schemas)).complaints(rendered))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("variants")
    void shouldBeAdmittedUnderRestrictedPodSecurityWithoutWarning(String variant) {
        Namespace namespace = cluster.namespace();
        List<Manifest> manifests = Manifest.all(CHART.render(namespace.name(), values(variant)));

        assertThat(manifests).extracting(Manifest::kind).contains("Deployment");
        assertThat(Admission.complaints(cluster, namespace, manifests)).isEmpty();
    }

    private static Path values(String variant) {
        return CHART.folder().resolve("ci").resolve(variant);
    }
}
