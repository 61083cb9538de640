package io.fairlead.relay;

import io.fairlead.testkit.ApiContract;
import io.fairlead.testkit.FairleadTest;

@FairleadTest
class ApiContractTest extends ApiContract {}
