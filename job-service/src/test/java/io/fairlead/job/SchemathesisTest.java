package io.fairlead.job;

import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Schemathesis;
import org.junit.jupiter.api.BeforeEach;

@FairleadTest
class SchemathesisTest extends Schemathesis {

    @BeforeEach
    void job() {
        JobCalls.submitted(JobCalls.echo("ahoy"));
    }
}
