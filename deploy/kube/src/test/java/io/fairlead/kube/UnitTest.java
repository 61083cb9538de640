package io.fairlead.kube;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Runs the chart's own unit tests, and sees that they would fail. */
@Needs("helm-unittest")
class UnitTest {

    @Test
    void shouldPassUnitTestsOfChart() {
        Program.Result result = Chart.fairlead().unitTest("--strict", "--file=tests/*_test.yaml");

        assertThat(result.status()).as(result.all()).isZero();
        assertThat(Folders.files(Tools.chart().resolve("tests"), "_test.yaml")).isNotEmpty();
    }

    @Test
    void shouldFailWhenChartDoesOtherwiseThanItsTestsSay() {
        Chart good = new Chart(Folders.resources().resolve("charts/good"));

        assertThat(good.unitTest("--strict", "--file=tests/*_test.yaml").status())
                .isZero();
        assertThat(good.unitTest("--strict", "--file=wrong/*_test.yaml").all()).contains("1 failed, 0 passed");
    }
}
