package main

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

var day = time.Date(2026, 1, 31, 0, 0, 0, 0, time.UTC)

func TestShouldMakeTheSameDataWhenAskedAgain(t *testing.T) {
	one, other := newDataset(day, time.Minute, false), newDataset(day, time.Minute, false)
	if !slices.EqualFunc(one.batches, other.batches, bytes.Equal) {
		t.Error("two data sets of one seed differ")
	}
}

func TestShouldHoldEverySensorAtEveryStepInTheOrderOfTime(t *testing.T) {
	for _, perVessel := range []bool{false, true} {
		data := newDataset(day, time.Hour, perVessel)
		seen, last := map[string]bool{}, map[string]int64{}
		for _, body := range data.batches {
			for line := range strings.Lines(string(body)) {
				parts := strings.Fields(line)
				key := strings.Split(parts[0], "vessel=")[1]
				at, err := strconv.ParseInt(parts[2], 10, 64)
				if err != nil || at < last[key] {
					t.Fatalf("line %q is out of order: %v", line, err)
				}
				last[key] = at
				seen[parts[0]+parts[2]] = true
			}
		}
		if want := 720 * 20 * 50; len(seen) != want || data.points != want {
			t.Errorf("%d different points, %d counted, not %d", len(seen), data.points, want)
		}
	}
}

func TestShouldCutRequestsOfOneVesselWhenAskedTo(t *testing.T) {
	for _, body := range newDataset(day, 10*time.Minute, true).batches {
		vessels := map[string]bool{}
		for line := range strings.Lines(string(body)) {
			vessels[strings.Split(strings.Split(line, "vessel=")[1], " ")[0]] = true
		}
		if len(vessels) != 1 {
			t.Fatalf("a request speaks of %d vessels", len(vessels))
		}
	}
}

func TestShouldWriteTwoDecimals(t *testing.T) {
	for value, want := range map[int64]string{81250: "812.50", 7: "0.07", 0: "0.00", -7: "-0.07", -81205: "-812.05"} {
		if text := string(appendHundredths(nil, value)); text != want {
			t.Errorf("%d is written %s, not %s", value, text, want)
		}
	}
}
