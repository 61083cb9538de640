package main

import (
	"math"
	"math/rand/v2"
	"strconv"
)

// A curve gives a sensor's next value in hundredths, every step anew.
type curve func(random *rand.Rand, step int) int64

// A kind of sensor, of which each vessel has several.
type kind struct {
	measurement, field, tag, prefix string
	each                            int
	curve                           func(random *rand.Rand) curve
}

// Fifty sensors of a vessel: two power meters and what an engine room reports besides.
var kinds = []kind{
	{"power", "kW", "consumer", "switchboard-", 2, walk(80_000, 2_000)},
	{"engine_temperature", "value", "sensor", "ET", 12, walk(40_000, 30)},
	{"bearing_temperature", "value", "sensor", "BT", 8, walk(6_500, 5)},
	{"lube_oil_pressure", "value", "sensor", "LP", 6, wave(420, 12, 3)},
	{"vibration", "value", "sensor", "VB", 6, wave(310, 40, 25)},
	{"fuel_flow", "value", "sensor", "FF", 4, walk(18_000, 120)},
	{"shaft_speed", "value", "sensor", "SP", 4, wave(9_200, 300, 40)},
	{"tank_level", "value", "sensor", "TL", 6, slow(7_000)},
	{"running_hours", "value", "sensor", "RH", 2, counter},
}

// walk is a random walk that is drawn back to its middle.
func walk(middle, stride int64) func(*rand.Rand) curve {
	return func(random *rand.Rand) curve {
		base := middle + random.Int64N(middle/5+1)
		value := base
		return func(random *rand.Rand, _ int) int64 {
			value += random.Int64N(2*stride+1) - stride + (base-value)/200
			return value
		}
	}
}

// wave is a sine of some minutes to hours with noise on it.
func wave(middle, height, noise int64) func(*rand.Rand) curve {
	return func(random *rand.Rand) curve {
		period := 60 + random.Float64()*3_000
		phase := random.Float64() * 2 * math.Pi
		return func(random *rand.Rand, step int) int64 {
			swing := float64(height) * math.Sin(phase+2*math.Pi*float64(step)/period)
			return middle + int64(swing) + random.Int64N(2*noise+1) - noise
		}
	}
}

// slow stays as it is for an hour on average.
func slow(middle int64) func(*rand.Rand) curve {
	return func(random *rand.Rand) curve {
		value := middle + random.Int64N(middle/2)
		return func(random *rand.Rand, _ int) int64 {
			if random.IntN(720) == 0 {
				value += random.Int64N(401) - 200
			}
			return value
		}
	}
}

// counter never falls.
func counter(random *rand.Rand) curve {
	value := 1_000_000 + random.Int64N(5_000_000)
	return func(random *rand.Rand, _ int) int64 {
		value += random.Int64N(2)
		return value
	}
}

// appendHundredths writes 81250 as 812.50.
func appendHundredths(text []byte, value int64) []byte {
	if value < 0 {
		text = append(text, '-')
		value = -value
	}
	text = strconv.AppendInt(text, value/100, 10)
	return append(text, '.', byte('0'+value/10%10), byte('0'+value%10))
}
