package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// VictoriaMetrics, single node, with its own defaults but for a retention that keeps the data.
type victoria struct {
	folder  string
	port    int
	process *process
	data    *dataset
	// noCache asks it not to use its cache of results.
	noCache bool
}

func newVictoria(folder string, data *dataset) *victoria {
	return &victoria{folder: folder, port: freePort(), data: data}
}

func (v *victoria) title() string { return "VictoriaMetrics" }

func (v *victoria) start() error {
	var err error
	v.process, err = launch("victoria-metrics", filepath.Join(v.folder, "victoria-metrics.log"), syscall.SIGINT, nil,
		"victoria-metrics", "-storageDataPath="+v.storage(), "-retentionPeriod=100y",
		fmt.Sprintf("-httpListenAddr=127.0.0.1:%d", v.port))
	if err != nil {
		return err
	}
	return v.process.ready(5*time.Minute, func() error {
		_, err := get(v.url("/health"), "")
		return err
	})
}

func (v *victoria) storage() string { return filepath.Join(v.folder, "storage") }

func (v *victoria) stop() { v.process.end() }

func (v *victoria) processes() []*process { return []*process{v.process} }

func (v *victoria) door() door { return door{url: v.url("/write?precision=s")} }

func (v *victoria) url(path string) string {
	return fmt.Sprintf("http://127.0.0.1:%d%s", v.port, path)
}

// settle makes it write out and merge what it has: the best it can do.
func (v *victoria) settle() ([]fact, error) {
	began := time.Now()
	const quiet = 15 * time.Second
	for _, path := range []string{"/internal/force_flush", "/internal/force_merge"} {
		if _, err := get(v.url(path), ""); err != nil {
			return nil, err
		}
	}
	err := steady(quiet, 20*time.Minute, func() (int64, error) { return folderBytes(v.storage()), nil })
	return []fact{{"flushed and merged (forced) after the last answer", seconds(time.Since(began) - quiet)}}, err
}

func (v *victoria) disk() (int64, []fact, error) {
	return folderBytes(v.storage()), []fact{
		{"data", mebibytes(folderBytes(filepath.Join(v.storage(), "data")))},
		{"indexdb", mebibytes(folderBytes(filepath.Join(v.storage(), "indexdb")))}}, nil
}

func (v *victoria) facts() []fact {
	// Debian's build does not know its own version.
	version, _ := exec.Command("dpkg-query", "-W", "-f", "${Version}", "victoria-metrics").Output()
	return []fact{
		{"version", strings.TrimSpace(string(version))},
		{"durability", "no log: an answered request is in memory for some seconds before it is in a file"}}
}

func (v *victoria) prepare() error { return nil }

func (v *victoria) request(q question, about subject) (*http.Request, bool) {
	values := url.Values{"query": {about.fill(q.victoria, "")}}
	path := "/api/v1/query?"
	if q.step == 0 {
		values.Set("time", unix(v.data.end().Add(-stepSeconds*time.Second)))
	} else {
		path = "/api/v1/query_range?"
		length := time.Duration(v.data.windows(q.step)) * q.step
		values.Set("start", unix(v.data.start.Add(q.step)))
		values.Set("end", unix(v.data.start.Add(length)))
		values.Set("step", unix(time.Unix(int64(q.step.Seconds()), 0)))
	}
	if v.noCache {
		values.Set("nocache", "1")
	}
	request, err := http.NewRequest(http.MethodGet, v.url(path+values.Encode()), nil)
	return request, err == nil
}

func unix(at time.Time) string { return strconv.FormatInt(at.Unix(), 10) }

// An answer's samples are pairs of a time and a text.
type victoriaAnswer struct {
	Data struct {
		Result []struct {
			Value  []any
			Values [][]any
		}
	}
}

func (v *victoria) read(_ question, body []byte) ([]float64, error) {
	var answer victoriaAnswer
	if err := json.Unmarshal(body, &answer); err != nil {
		return nil, err
	}
	var found []float64
	for _, series := range answer.Data.Result {
		for _, sample := range append(series.Values, series.Value) {
			if len(sample) == 2 {
				number, err := strconv.ParseFloat(fmt.Sprint(sample[1]), 64)
				if err != nil {
					return nil, err
				}
				found = append(found, number)
			}
		}
	}
	return found, nil
}

func (v *victoria) count() (int64, error) {
	days := int(v.data.end().Sub(v.data.start).Hours()/24) + 2
	values := url.Values{"query": {fmt.Sprintf(`sum(count_over_time({vessel!=""}[%dd]))`, days)},
		"time": {unix(v.data.end())}, "nocache": {"1"}}
	body, err := get(v.url("/api/v1/query?"+values.Encode()), "")
	if err != nil {
		return 0, err
	}
	numbers, err := v.read(question{}, body)
	return int64(total(numbers)), err
}

func (v *victoria) deaths() []death {
	return []death{
		inGoodOrder(func() *process { return v.process }, v.start),
		{"victoria-metrics", func() error { return v.process.kill() }, v.start}}
}
