package io.fairlead.relay;

import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Schemathesis;

@FairleadTest
class SchemathesisTest extends Schemathesis {}
