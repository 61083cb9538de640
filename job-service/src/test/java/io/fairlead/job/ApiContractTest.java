package io.fairlead.job;

import io.fairlead.testkit.ApiContract;
import io.fairlead.testkit.FairleadTest;

@FairleadTest
class ApiContractTest extends ApiContract {}
