package main

import (
	"fmt"
	"math"
	"strings"
	"time"
)

// report puts the servers side by side. Ratios are of the first: its figure divided by the other's.
func report(results []result, data *dataset, machine []fact, options options) string {
	var text strings.Builder
	fmt.Fprintf(&text, "# Telemetry side by side\n\n%s\n%s\n", lines(machine), describe(data, options))
	text.WriteString(sideBySide(results))
	text.WriteString(disagreements(results, data))
	for _, result := range results {
		text.WriteString(details(result))
	}
	return text.String()
}

func describe(data *dataset, options options) string {
	order := "the fleet's in the order of time"
	if options.perVessel {
		order = "one vessel's"
	}
	earlier := ""
	if data.earlier != nil {
		earlier = fmt.Sprintf(" Before it, untimed, each server took in the %s points of the hours before, as %d requests of up to %d lines;"+
			" the bytes per point are those of both.", thousands(int64(data.earlier.points)), len(data.earlier.batches), data.earlier.lines)
	}
	return fmt.Sprintf("%s points (%d vessels x 50 sensors every %d s, %s to %s) as %d requests of up to %s lines (%s),"+
		" %.0f MB, %d writers, no compression; one server at a time.%s\n\n", thousands(int64(data.points)), len(data.vessels),
		stepSeconds, data.start.Format(time.RFC3339), data.end().Format(time.RFC3339), len(data.batches),
		thousands(batchLines), order, float64(data.bytes)/1e6, options.writers, earlier)
}

func sideBySide(results []result) string {
	headings := []string{""}
	for _, result := range results {
		headings = append(headings, result.title)
	}
	for _, result := range results[1:] {
		headings = append(headings, results[0].title+" / "+result.title)
	}
	table := newTable(headings...)
	line := func(label string, value func(r result) float64) { table.row(compared(label, results, value)...) }
	line("ingest, points/s", func(r result) float64 { return r.ingest.rate })
	line("ingest from the middle on, points/s", func(r result) float64 { return r.ingest.secondHalf })
	line("a write request, p50 ms", func(r result) float64 { return milliseconds(r.ingest.p50) })
	line("a write request, p99 ms", func(r result) float64 { return milliseconds(r.ingest.p99) })
	line("CPU of the server to the last answer, s", func(r result) float64 { return cpu(r.ingesting).Seconds() })
	line("CPU of the server until settled, s", func(r result) float64 { return cpu(r.settled).Seconds() })
	line("busy with other things meanwhile, % of the machine", func(r result) float64 { return 100 * r.others })
	line("memory at the last answer, MiB", func(r result) float64 { return memory(r.ingesting) })
	line("on disk when settled, bytes/point", func(r result) float64 { return r.bytesPerPoint })
	for i, q := range questions {
		line(q.label+", p50 ms", func(r result) float64 { return r.latency(i, r.latencies, 0.5) })
		line(q.label+", p99 ms", func(r result) float64 { return r.latency(i, r.latencies, 0.99) })
	}
	return table.String() + "\n"
}

func compared(label string, results []result, value func(r result) float64) []string {
	cells := []string{label}
	values := make([]float64, len(results))
	for i, result := range results {
		values[i] = math.NaN()
		if number := value(result); number > 0 {
			values[i] = number
		}
		cells = append(cells, figure(values[i]))
	}
	for _, other := range values[1:] {
		cells = append(cells, figure(values[0]/other))
	}
	return cells
}

func (r *result) latency(i int, all []latency, share float64) float64 {
	if i >= len(all) || all[i].missing {
		return math.NaN()
	}
	if share < 0.9 {
		return milliseconds(all[i].p50)
	}
	return milliseconds(all[i].p99)
}

func cpu(costs []cost) time.Duration {
	var sum time.Duration
	for _, cost := range costs {
		sum += cost.cpu
	}
	return sum
}

func memory(costs []cost) float64 {
	var sum int64
	for _, cost := range costs {
		sum += cost.memory
	}
	return float64(sum) / (1 << 20)
}

// disagreements says where answers about the same differ: then their times are not to be compared.
func disagreements(results []result, data *dataset) string {
	var text strings.Builder
	answers := 0
	for i, q := range questions {
		var one []float64
		for _, result := range results {
			if i >= len(result.latencies) || result.latencies[i].missing {
				continue
			}
			answers++
			numbers := result.latencies[i].numbers
			if expected := q.numbers(data); len(numbers) != expected {
				fmt.Fprintf(&text, "- %s: %s answers %d numbers, not %d\n", q.label, result.title, len(numbers), expected)
			}
			if one == nil {
				one = numbers
			}
			if !alike(one, numbers) {
				fmt.Fprintf(&text, "- %s: %s's numbers come to %.6g, another's to %.6g\n",
					q.label, result.title, total(numbers), total(one))
			}
		}
	}
	switch {
	case text.Len() > 0:
		return "**Answers differ:**\n\n" + text.String() + "\n"
	case len(results) < 2 || answers == 0:
		return ""
	}
	return "Each question was answered with the same numbers by all that answer it.\n\n"
}

func details(r result) string {
	var text strings.Builder
	fmt.Fprintf(&text, "## %s\n\n", r.title)
	if r.failure != nil {
		fmt.Fprintf(&text, "**Failed:** %s\n\n", r.failure)
	}
	text.WriteString(lines(r.facts))
	fmt.Fprintf(&text, "- CPU to the last answer: %s; the load generator took %s of the same cores meanwhile\n",
		perProcess(r.ingesting), seconds(r.ingest.loadCPU))
	fmt.Fprintf(&text, "- CPU until settled: %s\n", perProcess(r.settled))
	text.WriteString(lines(r.settling))
	text.WriteString(lines(r.parts))
	for i, one := range r.latencies {
		if one.missing {
			fmt.Fprintf(&text, "- no answer yet to: %s\n", questions[i].label)
		}
	}
	for i := range r.uncached {
		fmt.Fprintf(&text, "- without its cache of results: %s: p50 %s ms, p99 %s ms\n", questions[i].label,
			figure(r.latency(i, r.uncached, 0.5)), figure(r.latency(i, r.uncached, 0.99)))
	}
	return text.String() + "\n"
}

func perProcess(costs []cost) string {
	var parts []string
	for _, cost := range costs {
		parts = append(parts, fmt.Sprintf("%s %s (%s)", cost.name, seconds(cost.cpu), mebibytes(cost.memory)))
	}
	return strings.Join(parts, ", ")
}

func lines(facts []fact) string {
	var text strings.Builder
	for _, fact := range facts {
		fmt.Fprintf(&text, "- %s: %s\n", fact.name, fact.value)
	}
	return text.String()
}

// killReport is the answer to: what is still there?
func killReport(survivals []survival, data *dataset, machine []fact, options options) string {
	table := newTable("", "killed", "answered 204", "found after the restart", "lost", "load until the kill")
	for _, s := range survivals {
		if s.failure != nil {
			table.row(s.title, s.what, thousands(int64(s.answered)), "failed: "+s.failure.Error(), "", "")
			continue
		}
		table.row(s.title, s.what, thousands(int64(s.answered)), thousands(s.found),
			thousands(int64(s.answered)-s.found), seconds(s.elapsed))
	}
	return fmt.Sprintf("# What survives SIGKILL\n\n%s\n%s%s", lines(machine), describe(data, options), table)
}
