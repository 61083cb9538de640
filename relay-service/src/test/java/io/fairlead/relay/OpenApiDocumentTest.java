package io.fairlead.relay;

import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.OpenApiDrift;

@FairleadTest
class OpenApiDocumentTest extends OpenApiDrift {}
