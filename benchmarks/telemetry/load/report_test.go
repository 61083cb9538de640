package main

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestShouldTakeTheNearestRankAsQuantile(t *testing.T) {
	var times []time.Duration
	for i := range 200 {
		times = append(times, time.Duration(200-i))
	}
	order(times)
	if p50, p99 := quantile(times, 0.5), quantile(times, 0.99); p50 != 100 || p99 != 198 {
		t.Errorf("p50 %d, p99 %d", p50, p99)
	}
	if one := quantile(times[:1], 0.99); one != 1 {
		t.Errorf("of a single one %d", one)
	}
}

func TestShouldReadTheSameNumbersFromEachServersAnswer(t *testing.T) {
	want := []float64{1.5, -2}
	q := question{field: "mean"}
	bodies := map[server]string{
		&fairlead{}: `{"windows":[{"start":"x","mean":1.5},{"mean":-2,"count":180}]}`,
		&influx{}:   `{"results":[{"series":[{"values":[[1763596800,1.5],[1763597700,-2],[1763598600,null]]}]}]}`,
		&victoria{}: `{"data":{"result":[{"values":[[1763596800,"1.5"],[1763597700,"-2"]]}]}}`,
	}
	for s, body := range bodies {
		if numbers, err := s.read(q, []byte(body)); err != nil || !slices.Equal(numbers, want) {
			t.Errorf("%s: %v, %v", s.title(), numbers, err)
		}
	}
}

func TestShouldFindNumbersUnderANameHoweverDeep(t *testing.T) {
	var document any
	text := `{"items":[{"reading":{"value":1}},{"reading":{"value":[2,[3]]}}],"count":9}`
	if err := json.Unmarshal([]byte(text), &document); err != nil {
		t.Fatal(err)
	}
	if numbers := numbersUnder(document, "value"); !slices.Equal(numbers, []float64{1, 2, 3}) {
		t.Errorf("found %v", numbers)
	}
}

func TestShouldTellWhenAnswersDiffer(t *testing.T) {
	data := newDataset(day, time.Hour, false)
	made := func(title string, value float64) result {
		var all []latency
		for _, q := range questions {
			all = append(all, latency{numbers: slices.Repeat([]float64{value}, q.numbers(data))})
		}
		return result{title: title, latencies: all}
	}
	if text := disagreements([]result{made("a", 2), made("b", 2)}, data); strings.Contains(text, "differ") {
		t.Error("equal answers are said to differ")
	}
	if text := disagreements([]result{made("a", 2), made("b", 2.01)}, data); !strings.Contains(text, "differ") {
		t.Error("different answers are said to be equal")
	}
}

func TestShouldCountTheProcessorTimeOfOneself(t *testing.T) {
	stat, err := readStat(os.Getpid())
	if err != nil || stat.parent != os.Getppid() || stat.ticks < 0 {
		t.Errorf("%+v, %v", stat, err)
	}
	if !slices.Contains(tree(os.Getppid()), os.Getpid()) {
		t.Error("a process is not in its parent's tree")
	}
}
