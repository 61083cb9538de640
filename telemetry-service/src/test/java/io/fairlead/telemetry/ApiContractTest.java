package io.fairlead.telemetry;

import io.fairlead.testkit.ApiContract;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.OpenApiDocument.Operation;

@FairleadTest
class ApiContractTest extends ApiContract {

    @Override
    protected String problemType(Operation operation) {
        return operation.path().startsWith("/odata/") ? "application/json" : super.problemType(operation);
    }
}
