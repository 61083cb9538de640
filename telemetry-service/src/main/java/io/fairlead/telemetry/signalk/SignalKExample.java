package io.fairlead.telemetry.signalk;

/** A delta as the API's document shows it. */
final class SignalKExample {

    static final String DELTA =
            """
            {"context":"vessels.urn:mrn:imo:imo:9074729","updates":[{
              "$source":"nmea2000.115","timestamp":"2026-01-31T04:00:00.000Z","values":[
                {"path":"propulsion.port.revolutions","value":12.1},
                {"path":"navigation.position","value":{"latitude":59.91,"longitude":10.75}}]}]}""";

    private SignalKExample() {}
}
