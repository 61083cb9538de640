package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// InfluxDB 1.x with its own defaults, except that it compacts a quiet database after seconds and not after hours, so that
// there is a settled state to measure, and that it does not log every request.
type influx struct {
	folder  string
	port    int
	process *process
}

const influxSettings = `reporting-disabled = true
bind-address = "127.0.0.1:%d"
[meta]
  dir = "%[3]s/meta"
[data]
  dir = "%[3]s/data"
  wal-dir = "%[3]s/wal"
  cache-snapshot-write-cold-duration = "10s"
  compact-full-write-cold-duration = "10s"
[monitor]
  store-enabled = false
[http]
  bind-address = "127.0.0.1:%[2]d"
  log-enabled = false
`

func newInflux(folder string) *influx {
	return &influx{folder: folder, port: freePort()}
}

func (i *influx) title() string { return "InfluxDB" }

func (i *influx) start() error {
	file := filepath.Join(i.folder, "influxdb.conf")
	if err := os.WriteFile(file, fmt.Appendf(nil, influxSettings, freePort(), i.port, i.folder), 0o600); err != nil {
		return err
	}
	var err error
	i.process, err = launch("influxd", filepath.Join(i.folder, "influxd.log"), syscall.SIGTERM, nil,
		"influxd", "-config", file)
	if err != nil {
		return err
	}
	return i.process.ready(5*time.Minute, func() error {
		_, err := i.ask("create database bench")
		return err
	})
}

func (i *influx) stop() { i.process.end() }

func (i *influx) processes() []*process { return []*process{i.process} }

func (i *influx) door() door {
	return door{url: i.url("/write?db=bench&precision=s")}
}

func (i *influx) url(path string) string {
	return fmt.Sprintf("http://127.0.0.1:%d%s", i.port, path)
}

func (i *influx) ask(statement string) ([]byte, error) {
	response, err := http.PostForm(i.url("/query"), url.Values{"db": {"bench"}, "epoch": {"s"}, "q": {statement}})
	if err != nil {
		return nil, err
	}
	response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("InfluxDB: status %d", response.StatusCode)
	}
	return nil, nil
}

// settle waits for its cache to be written out and its files to be compacted.
func (i *influx) settle() ([]fact, error) {
	began := time.Now()
	const quiet = 25 * time.Second
	err := steady(quiet, 20*time.Minute, func() (int64, error) { return i.bytes(), nil })
	return []fact{{"compacted after the last answer", seconds(time.Since(began) - quiet)}}, err
}

func (i *influx) bytes() int64 {
	return folderBytes(filepath.Join(i.folder, "data", "bench"), filepath.Join(i.folder, "wal", "bench"))
}

func (i *influx) disk() (int64, []fact, error) {
	return i.bytes(), []fact{
		{"data", mebibytes(folderBytes(filepath.Join(i.folder, "data", "bench")))},
		{"wal", mebibytes(folderBytes(filepath.Join(i.folder, "wal", "bench")))}}, nil
}

func (i *influx) facts() []fact {
	version, _ := exec.Command("influxd", "version").Output()
	return []fact{
		{"version", strings.TrimSpace(string(version))},
		{"durability", "wal-fsync-delay 0, its default: each request is in the log and fsynced before its answer"}}
}

func (i *influx) prepare() error { return nil }

func (i *influx) request(q question, about subject) (*http.Request, bool) {
	values := url.Values{"db": {"bench"}, "epoch": {"s"}, "q": {about.fill(q.influx, "")}}
	request, err := http.NewRequest(http.MethodGet, i.url("/query?"+values.Encode()), nil)
	return request, err == nil
}

// An answer's rows begin with their time.
type influxAnswer struct {
	Results []struct {
		Error  string
		Series []struct{ Values [][]any }
	}
}

func (i *influx) read(_ question, body []byte) ([]float64, error) {
	var answer influxAnswer
	if err := json.Unmarshal(body, &answer); err != nil {
		return nil, err
	}
	var found []float64
	for _, result := range answer.Results {
		if result.Error != "" {
			return nil, fmt.Errorf("InfluxDB: %s", result.Error)
		}
		for _, series := range result.Series {
			for _, row := range series.Values {
				found = append(found, plainNumbers(row[1:])...)
			}
		}
	}
	return found, nil
}

func (i *influx) count() (int64, error) {
	values := url.Values{"db": {"bench"}, "epoch": {"s"}, "q": {"select count(*) from /.*/"}}
	body, err := get(i.url("/query?"+values.Encode()), "")
	if err != nil {
		return 0, err
	}
	numbers, err := i.read(question{}, body)
	return int64(total(numbers)), err
}

func (i *influx) deaths() []death {
	return []death{
		inGoodOrder(func() *process { return i.process }, i.start),
		{"influxd", func() error { return i.process.kill() }, i.start}}
}
