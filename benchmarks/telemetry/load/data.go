package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strconv"
	"time"
)

const (
	stepSeconds  = 5
	batchLines   = 5_000
	vesselsCount = 20
	seed         = 20_261_121
)

// A sensor of a vessel. Its prefix is its line up to the value.
type sensor struct {
	vessel int
	kind   *kind
	name   string
	prefix []byte
	random *rand.Rand
	next   curve
}

// What all servers are fed: bodies of line protocol, made before anything is timed.
type dataset struct {
	start   time.Time
	steps   int
	vessels []string
	sensors []sensor
	batches [][]byte
	points  int
	bytes   int64
	lines   int      // in each request
	earlier *dataset // what the servers get before anything is timed, or nil
}

// newDataset makes the same data for the same day and size. With perVessel a request holds one vessel's lines, as a ship's
// own gateway sends them; without, the lines of the whole fleet in the order of time.
func newDataset(start time.Time, span time.Duration, perVessel bool) *dataset {
	return newRequests(start, span, perVessel, batchLines)
}

// warmedUp also makes the data of the hours before, in small requests: a server that is to be timed has been up for a while.
func warmedUp(start time.Time, span, before time.Duration, perVessel bool) *dataset {
	data := newDataset(start, span, perVessel)
	if before > 0 {
		data.earlier = newRequests(start.Add(-before), before, perVessel, batchLines/10)
	}
	return data
}

func newRequests(start time.Time, span time.Duration, perVessel bool, lines int) *dataset {
	data := &dataset{start: start, steps: int(span.Seconds()) / stepSeconds, lines: lines}
	for vessel := range vesselsCount {
		data.vessels = append(data.vessels, fmt.Sprintf("MV%d", 101+vessel))
		data.addSensors(vessel)
	}
	cutters := make([]cutter, 1)
	if perVessel {
		cutters = make([]cutter, vesselsCount)
	}
	for step := range data.steps {
		time := strconv.AppendInt(nil, start.Unix()+int64(step*stepSeconds), 10)
		for i := range data.sensors {
			own := &data.sensors[i]
			cutters[own.vessel%len(cutters)].line(data, own, step, time)
		}
	}
	for i := range cutters {
		cutters[i].cut(data)
	}
	return data
}

func (data *dataset) addSensors(vessel int) {
	for k := range kinds {
		for number := range kinds[k].each {
			own := sensor{vessel: vessel, kind: &kinds[k]}
			own.name = fmt.Sprintf("%s%02d", own.kind.prefix, number+1)
			own.prefix = fmt.Appendf(nil, "%s,%s=%s,vessel=%s %s=",
				own.kind.measurement, own.kind.tag, own.name, data.vessels[vessel], own.kind.field)
			own.random = rand.New(rand.NewPCG(seed, uint64(len(data.sensors))))
			own.next = own.kind.curve(own.random)
			data.sensors = append(data.sensors, own)
		}
	}
}

// all is how many points a server has at the end.
func (data *dataset) all() int {
	if data.earlier == nil {
		return data.points
	}
	return data.points + data.earlier.points
}

// of gives the sensors of one measurement on one vessel.
func (data *dataset) of(vessel int, measurement string) []sensor {
	var found []sensor
	for _, own := range data.sensors {
		if own.vessel == vessel && own.kind.measurement == measurement {
			found = append(found, own)
		}
	}
	return found
}

// end is the time after the last reading.
func (data *dataset) end() time.Time {
	return data.start.Add(time.Duration(data.steps*stepSeconds) * time.Second)
}

// windows is how many windows of a length the data touches.
func (data *dataset) windows(length time.Duration) int {
	return int((data.end().Sub(data.start) + length - 1) / length)
}

// A cutter collects lines and cuts them into requests.
type cutter struct {
	lines int
	body  []byte
}

func (c *cutter) line(data *dataset, own *sensor, step int, time []byte) {
	c.body = append(c.body, own.prefix...)
	c.body = appendHundredths(c.body, own.next(own.random, step))
	c.body = append(c.body, ' ')
	c.body = append(c.body, time...)
	c.body = append(c.body, '\n')
	if c.lines++; c.lines == data.lines {
		c.cut(data)
	}
}

func (c *cutter) cut(data *dataset) {
	if c.lines > 0 {
		data.batches = append(data.batches, bytes.Clone(c.body))
		data.points += c.lines
		data.bytes += int64(len(c.body))
	}
	c.lines, c.body = 0, c.body[:0]
}
