package io.fairlead.telemetry.iso19848;

/** Packages as the API's document shows them. */
final class Examples {

    static final String TIME_SERIES =
            """
            {"Package":{
              "Header":{"ShipID":"IMO9074729"},
              "TimeSeriesData":[{
                "DataConfiguration":{"ID":"MV102-main","TimeStamp":"2026-01-01T00:00:00Z"},
                "TabularData":[{
                  "DataChannelID":["/dnv-v2/vis-3-7a/411.1/C101.31-2/meta/qty-power"],
                  "DataSet":[
                    {"TimeStamp":"2026-01-31T04:00:00Z","Value":["812.5"],"Quality":["0"]},
                    {"TimeStamp":"2026-01-31T04:05:00Z","Value":["815.0"],"Quality":["0"]}]}]}]}}""";

    static final String CHANNEL_LIST =
            """
            {"Package":{
              "Header":{"ShipID":"IMO9074729",
                "DataChannelListID":{"ID":"MV102-main","TimeStamp":"2026-01-01T00:00:00Z"}},
              "DataChannelList":{"DataChannel":[{
                "DataChannelID":{"LocalID":"/dnv-v2/vis-3-7a/411.1/C101.31-2/meta/qty-power","ShortID":"P1"},
                "Property":{"DataChannelType":{"Type":"Average","UpdateCycle":"300"},
                  "Format":{"Type":"Decimal"},
                  "Unit":{"UnitSymbol":"kW","QuantityName":"Power"}}}]}}}""";

    private Examples() {}
}
