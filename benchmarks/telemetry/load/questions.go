package main

import (
	"math"
	"strings"
	"time"
)

const (
	fleetMeasurement = "engine_temperature"
	quarter          = 15 * time.Minute
)

// A question is the same for all servers, each in its own language. In the texts {vessel}, {sensor}, {channel} (our id of the
// sensor's channel), {start} and {end} stand for what a request asks about.
//
// The servers' windows hold what is at or after their begin and before their end. VictoriaMetrics' hold what is after their
// begin and at or before their end, hence "offset 1ms". It labels windows by their end, the step is given apart.
type question struct {
	label    string
	fairlead string        // path and query
	field    string        // the name under which our answer has its numbers
	influx   string        // InfluxQL
	victoria string        // MetricsQL
	step     time.Duration // the length of windows; 0 for the newest value
	numbers  func(data *dataset) int
}

var questions = []question{
	{
		label: "one sensor, a day by 15 min, mean",
		fairlead: "/api/v1/sensors/{vessel}/channels/{channel}/windows" +
			"?start={start}&end={end}&interval=PT15M&function=mean",
		field: "mean",
		influx: "select mean(value) from " + fleetMeasurement + " where vessel = '{vessel}' and sensor = '{sensor}'" +
			" and time >= '{start}' and time < '{end}' group by time(15m)",
		victoria: "avg_over_time(" + fleetMeasurement + `_value{vessel="{vessel}",sensor="{sensor}"}[15m] offset 1ms)`,
		step:     quarter,
		numbers:  func(data *dataset) int { return data.windows(quarter) },
	},
	{
		label:    "50 sensors of a vessel, a day by 15 min, mean",
		fairlead: "/api/v1/sensors/{vessel}/windows?start={start}&end={end}&interval=PT15M&function=mean",
		field:    "mean",
		influx: "select mean(*) from /.*/ where vessel = '{vessel}' and time >= '{start}' and time < '{end}'" +
			" group by time(15m), *",
		victoria: `avg_over_time({vessel="{vessel}"}[15m] offset 1ms)`,
		step:     quarter,
		numbers:  func(data *dataset) int { return 50 * data.windows(quarter) },
	},
	{
		label:    "newest value of a vessel's 50 sensors",
		fairlead: "/api/v1/sensors/{vessel}/latest?limit=1000",
		field:    "value",
		influx:   "select last(*) from /.*/ where vessel = '{vessel}' group by *",
		victoria: `{vessel="{vessel}"}`,
		numbers:  func(*dataset) int { return 50 },
	},
	{
		label: "one measurement of the fleet (240 sensors), a day by hour, max",
		fairlead: "/api/v1/sensors/windows?channel=" + fleetMeasurement +
			"&start={start}&end={end}&interval=PT1H&function=max&combined=true",
		field: "max",
		influx: "select max(value) from " + fleetMeasurement +
			" where time >= '{start}' and time < '{end}' group by time(1h)",
		victoria: "max(max_over_time(" + fleetMeasurement + "_value[1h] offset 1ms))",
		step:     time.Hour,
		numbers:  func(data *dataset) int { return data.windows(time.Hour) },
	},
	{
		label:    "a vessel's power (the sum of 2 meters), a day by 15 min",
		fairlead: "/api/v1/power/{vessel}?start={start}&end={end}",
		field:    "meanKW",
		influx: "select sum(mean) from (select mean(kW) from power where vessel = '{vessel}' and time >= '{start}'" +
			" and time < '{end}' group by time(15m), consumer) where time >= '{start}' and time < '{end}'" +
			" group by time(15m)",
		victoria: `sum(avg_over_time(power_kW{vessel="{vessel}"}[15m] offset 1ms))`,
		step:     quarter,
		numbers:  func(data *dataset) int { return data.windows(quarter) },
	},
}

// fill puts what is asked about into a text.
func (about subject) fill(text, channel string) string {
	return strings.NewReplacer(
		"{vessel}", about.data.vessels[about.vessel],
		"{sensor}", about.sensor.name,
		"{channel}", channel,
		"{start}", about.data.start.Format(time.RFC3339),
		"{end}", about.data.end().Format(time.RFC3339)).Replace(text)
}

// numbersUnder collects the numbers that a JSON document has under a name, alone or in a list.
func numbersUnder(document any, name string) []float64 {
	var found []float64
	switch node := document.(type) {
	case map[string]any:
		for key, value := range node {
			switch {
			case key != name:
				found = append(found, numbersUnder(value, name)...)
			default:
				found = append(found, plainNumbers(value)...)
			}
		}
	case []any:
		for _, value := range node {
			found = append(found, numbersUnder(value, name)...)
		}
	}
	return found
}

func plainNumbers(value any) []float64 {
	var found []float64
	switch node := value.(type) {
	case float64:
		found = append(found, node)
	case []any:
		for _, element := range node {
			found = append(found, plainNumbers(element)...)
		}
	}
	return found
}

// alike tells whether two answers have as many numbers and the same sum, up to how far each rounds.
func alike(one, other []float64) bool {
	a, b := total(one), total(other)
	return len(one) == len(other) && math.Abs(a-b) <= 1e-5*math.Max(math.Abs(a), math.Abs(b))
}

func total(numbers []float64) float64 {
	var sum float64
	for _, number := range numbers {
		sum += number
	}
	return sum
}
