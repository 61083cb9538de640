package io.fairlead.telemetry;

import io.fairlead.testkit.FairleadTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/**
 * The same readings make the same store, whichever their door: all answers are the same, byte for byte. Each kind of
 * reading goes through every door that has words for it.
 */
@FairleadTest
class TwoDoorsTest {

    private static final String LATER = "04:05:00.000000001Z";

    @Inject
    KnownVessels vessels;

    @Test
    void shouldKeepAMetersPowerTheSameByEveryDoor() {
        new Doors(vessels)
                .power(
                        """
                        {"vessel":"VESSEL","unit":"MW","labels":{"consumer":"hotel","deck":"3 aft"},"readings":[
                          {"time":"2026-01-31T05:00:00+01:00","value":0.0101},
                          {"time":"2026-01-31T04:05:00.000000001Z","value":0.02025}]}""")
                .json(
                        """
                        {"vessel":"VESSEL","readings":[
                          {"channel":"power","labels":{"deck":"3 aft","consumer":"hotel"},"unit":"kW",
                            "time":"2026-01-31T04:05:00.000000001Z","value":20.25},
                          {"channel":"power","labels":{"deck":"3 aft","consumer":"hotel"},"unit":"W",
                            "time":"2026-01-31T04:00:00Z","value":10100}]}""")
                .csv(
                        """
                        channel,unit,label.deck,label.consumer,time,value,vessel
                        power,kW,3 aft,hotel,2026-01-31T04:00:00Z,10.1,VESSEL
                        power,kW,3 aft,hotel,2026-01-31T04:05:00.000000001Z,20.25,VESSEL
                        """)
                .ndjson(
                        """
                        {"vessel":"VESSEL","channel":"power","labels":{"deck":"3 aft","consumer":"hotel"},"unit":"kW","time":"2026-01-31T04:00:00Z","value":10.1}
                        {"vessel":"VESSEL","channel":"power","labels":{"deck":"3 aft","consumer":"hotel"},"unit":"kW","time":"2026-01-31T04:05:00.000000001Z","value":20.25}
                        """)
                .lines(
                        """
                        power,vessel=VESSEL,consumer=hotel,deck=3\\ aft kW=10.1 1769832000000000000
                        power,vessel=VESSEL,consumer=hotel,deck=3\\ aft kW=20.25 1769832300000000001
                        """)
                .iso19848(table("/fairlead/power/consumer=hotel/deck=3%20aft", "10.1", "20.25"))
                .assertAllTheSame(9, "\"kWh\":", LATER);
    }

    @Test
    void shouldKeepANamedChannelTheSameByEveryDoor() {
        new Doors(vessels)
                .json(
                        """
                        {"vessel":"VESSEL","readings":[
                          {"channel":"propulsion.port.revolutions","time":"2026-01-31T04:00:00Z","value":12.1},
                          {"channel":"propulsion.port.revolutions","time":"2026-01-31T04:05:00.000000001Z","value":12.25}]}""")
                .csv(
                        """
                        vessel,channel,time,value
                        VESSEL,propulsion.port.revolutions,2026-01-31T04:00:00Z,12.1
                        VESSEL,propulsion.port.revolutions,2026-01-31T04:05:00.000000001Z,12.25
                        """)
                .ndjson(
                        """
                        {"vessel":"VESSEL","channel":"propulsion.port.revolutions","time":"2026-01-31T04:05:00.000000001Z","value":12.25}
                        {"vessel":"VESSEL","channel":"propulsion.port.revolutions","time":"2026-01-31T04:00:00Z","value":12.1}
                        """)
                .lines(
                        """
                        propulsion.port.revolutions,vessel=VESSEL value=12.1 1769832000000000000
                        propulsion.port,vessel=VESSEL revolutions=12.25 1769832300000000001
                        """)
                .iso19848(table("/fairlead/propulsion.port.revolutions", "12.1", "12.25"))
                .signalK(
                        """
                        {"context":"vessels.VESSEL","updates":[
                          {"timestamp":"2026-01-31T04:00:00Z","values":[
                            {"path":"propulsion.port","value":{"revolutions":12.1}}]},
                          {"timestamp":"2026-01-31T04:05:00.000000001Z","values":[
                            {"path":"propulsion.port.revolutions","value":12.25}]}]}""")
                .assertAllTheSame(9, "12.25", LATER);
    }

    @Test
    void shouldKeepALocalIdTheSameByEveryDoor() {
        String localId = "/dnv-v2/vis-3-7a/411.1/C101.31-2/meta/qty-power";
        new Doors(vessels)
                .iso19848(table(localId, "10.1", "20.25"))
                .json(
                        """
                        {"vessel":"VESSEL","readings":[
                          {"channel":"%1$s","time":"2026-01-31T04:00:00Z","value":0.0101,"unit":"MW"},
                          {"channel":"%1$s","time":"2026-01-31T04:05:00.000000001Z","value":20.25}]}"""
                                .formatted(localId))
                .csv(
                        """
                        vessel,channel,time,value,unit
                        VESSEL,%1$s,2026-01-31T04:00:00Z,10100,W
                        VESSEL,%1$s,2026-01-31T04:05:00.000000001Z,20.25,
                        """
                                .formatted(localId))
                .ndjson(
                        """
                        {"vessel":"VESSEL","channel":"%1$s","time":"2026-01-31T04:00:00Z","value":10.1}
                        {"vessel":"VESSEL","channel":"%1$s","time":"2026-01-31T04:05:00.000000001Z","value":20.25,"unit":"kW"}
                        """
                                .formatted(localId))
                .lines(
                        """
                        %1$s,vessel=VESSEL value=10.1 1769832000000000000
                        %1$s,vessel=VESSEL value=20.25 1769832300000000001
                        """
                                .formatted(localId))
                .assertAllTheSame(8, "\"kWh\":", LATER);
    }

    @Test
    void shouldKeepATextTheSameByEveryDoor() {
        new Doors(vessels)
                .json(
                        """
                        {"vessel":"VESSEL","readings":[
                          {"channel":"engine.state","time":"2026-01-31T04:00:00Z","value":"on \\"load\\""},
                          {"channel":"engine.state","time":"2026-01-31T04:05:00.000000001Z","text":"stopped"}]}""")
                .csv(
                        """
                        vessel,channel,time,value,text
                        VESSEL,engine.state,2026-01-31T04:00:00Z,"on ""load""\",
                        VESSEL,engine.state,2026-01-31T04:05:00.000000001Z,,stopped
                        """)
                .ndjson(
                        """
                        {"vessel":"VESSEL","channel":"engine.state","time":"2026-01-31T04:00:00Z","text":"on \\"load\\""}
                        {"vessel":"VESSEL","channel":"engine.state","time":"2026-01-31T04:05:00.000000001Z","value":"stopped"}
                        """)
                .lines(
                        """
                        engine.state,vessel=VESSEL value="on \\"load\\"" 1769832000000000000
                        engine,vessel=VESSEL state="stopped" 1769832300000000001
                        """)
                .iso19848(table("/fairlead/engine.state", "on \\\"load\\\"", "stopped"))
                .signalK(
                        """
                        {"context":"vessels.VESSEL","updates":[
                          {"timestamp":"2026-01-31T04:00:00Z","values":[{"path":"engine.state","value":"on \\"load\\""}]},
                          {"timestamp":"2026-01-31T04:05:00.000000001Z","values":[{"path":"engine.state","value":"stopped"}]}]}""")
                .assertAllTheSame(9, "stopped", LATER);
    }

    @Test
    void shouldKeepAnIntervalsEnergyTheSameByEveryDoor() {
        new Doors(vessels)
                .power(
                        """
                        {"vessel":"VESSEL","unit":"MWh","readings":[
                          {"start":"2026-01-31T04:05:00.000000001Z","end":"2026-01-31T04:35:00Z","value":0.5}]}""")
                .json(
                        """
                        {"vessel":"VESSEL","readings":[{"channel":"energy","unit":"kWh",
                          "start":"2026-01-31T04:05:00.000000001Z","time":"2026-01-31T04:35:00Z","value":500}]}""")
                .csv(
                        """
                        vessel,channel,unit,start,time,value
                        VESSEL,energy,Wh,2026-01-31T04:05:00.000000001Z,2026-01-31T04:35:00Z,500000
                        """)
                .ndjson(
                        """
                        {"vessel":"VESSEL","channel":"energy","unit":"MWh","start":"2026-01-31T04:05:00.000000001Z","time":"2026-01-31T04:35:00Z","value":0.5}
                        """)
                .assertAllTheSame(5, "\"kWh\":", LATER);
    }

    @Test
    void shouldKeepACountersReadingsTheSameByEveryDoor() {
        new Doors(vessels)
                .power(
                        """
                        {"vessel":"VESSEL","unit":"MWh","quantity":"counter","readings":[
                          {"time":"2026-01-31T04:00:00Z","value":1.0},
                          {"time":"2026-01-31T04:05:00.000000001Z","value":1.01}]}""")
                .json(
                        """
                        {"vessel":"VESSEL","readings":[
                          {"channel":"energy_counter","unit":"kWh","time":"2026-01-31T04:00:00Z","value":1000},
                          {"channel":"energy_counter","unit":"kWh","time":"2026-01-31T04:05:00.000000001Z","value":1010}]}""")
                .csv(
                        """
                        vessel,channel,unit,time,value
                        VESSEL,energy_counter,kWh,2026-01-31T04:00:00Z,1000
                        VESSEL,energy_counter,kWh,2026-01-31T04:05:00.000000001Z,1010
                        """)
                .ndjson(
                        """
                        {"vessel":"VESSEL","channel":"energy_counter","unit":"kWh","time":"2026-01-31T04:00:00Z","value":1000}
                        {"vessel":"VESSEL","channel":"energy_counter","unit":"MWh","time":"2026-01-31T04:05:00.000000001Z","value":1.01}
                        """)
                .lines(
                        """
                        energy_counter,vessel=VESSEL kWh=1000 1769832000000000000
                        energy_counter,vessel=VESSEL kWh=1010 1769832300000000001
                        """)
                .iso19848(table("/fairlead/energy_counter", "1000", "1010"))
                .assertAllTheSame(9, "\"kWh\":", LATER);
    }

    @Test
    void shouldKeepAQualityTheSameByEveryDoor() {
        new Doors(vessels)
                .json(
                        """
                        {"vessel":"VESSEL","readings":[
                          {"channel":"draught","time":"2026-01-31T04:05:00.000000001Z","value":7.5,"quality":"suspect"}]}""")
                .csv(
                        """
                        vessel,channel,time,value,quality
                        VESSEL,draught,2026-01-31T04:05:00.000000001Z,7.5,suspect
                        """)
                .ndjson(
                        """
                        {"vessel":"VESSEL","channel":"draught","time":"2026-01-31T04:05:00.000000001Z","value":7.5,"quality":"suspect"}
                        """)
                .iso19848(
                        """
                        {"Package":{"TimeSeriesData":[{"EventData":{"DataSet":[
                          {"TimeStamp":"2026-01-31T04:05:00.000000001Z","DataChannelID":"/fairlead/draught",
                            "Value":"7.5","Quality":"suspect"}]}}]}}""")
                .assertAllTheSame(6, "suspect", LATER);
    }

    /** A package of two values; the vessel is named beside it. */
    private static String table(String id, String first, String second) {
        return """
                {"Package":{"TimeSeriesData":[{"TabularData":[{"DataChannelID":["%s"],"DataSet":[
                  {"TimeStamp":"2026-01-31T04:00:00Z","Value":["%s"]},
                  {"TimeStamp":"2026-01-31T04:05:00.000000001Z","Value":["%s"]}]}]}]}}"""
                .formatted(id, first, second);
    }
}
