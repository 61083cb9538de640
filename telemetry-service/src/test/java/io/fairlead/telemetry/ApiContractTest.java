package io.fairlead.telemetry;

import io.fairlead.testkit.ApiContract;
import io.fairlead.testkit.FairleadTest;

@FairleadTest
class ApiContractTest extends ApiContract {}
