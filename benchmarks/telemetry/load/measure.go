package main

import (
	"errors"
	"math/rand/v2"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"
)

const (
	warmUpMost = 2000 // questions that are not timed, or as many as fit into
	warmUpTime = 5 * time.Second
	asked      = 200
)

// A cost is what one process has used.
type cost struct {
	name   string
	cpu    time.Duration
	memory int64
}

// A latency is what asking one question many times took. Numbers are those of an answer about the first vessel and sensor.
type latency struct {
	p50, p99 time.Duration
	numbers  []float64
	missing  bool // it has no such answer
	bytes    int
}

// What one server did.
type result struct {
	title     string
	facts     []fact
	ingest    ingest
	ingesting []cost  // up to the last answer
	others    float64 // which share of the machine was busy with something else meanwhile
	settled   []cost
	settling  []fact
	disk      int64

	bytesPerPoint float64
	parts         []fact
	latencies     []latency
	uncached      []latency // without the cache of results, where there is one
	failure       error
}

// measure feeds one server that runs alone and asks it. A failure leaves what was measured before it.
func measure(s server, data *dataset, options options) result {
	result := result{title: s.title()}
	result.failure = result.fill(s, data, options)
	return result
}

func (r *result) fill(s server, data *dataset, options options) (err error) {
	progress("%s: starting", r.title)
	if err = s.start(); err != nil {
		return err
	}
	defer s.stop()
	r.facts = s.facts()
	if data.earlier != nil {
		progress("%s: warming up with %d points in %d requests", r.title, data.earlier.points, len(data.earlier.batches))
		if _, err = send(s.door(), data.earlier, options.writers); err != nil {
			return err
		}
	}
	before, busy := costs(s), busyTime()
	progress("%s: ingesting %d points in %d requests", r.title, data.points, len(data.batches))
	if r.ingest, err = send(s.door(), data, options.writers); err != nil {
		return err
	}
	r.ingesting = since(before, costs(s))
	r.others = othersShare(busyTime()-busy, r.ingest.elapsed, cpu(r.ingesting), r.ingest.loadCPU)
	progress("%s: %.0f points/s; settling", r.title, r.ingest.rate)
	if r.settling, err = s.settle(); err != nil {
		return err
	}
	r.settled = since(before, costs(s))
	if r.disk, r.parts, err = s.disk(); err != nil {
		return err
	}
	r.bytesPerPoint = float64(r.disk) / float64(data.all())
	progress("%s: asking", r.title)
	if err = s.prepare(); err != nil {
		return err
	}
	if r.latencies, err = askAll(s, data); err != nil {
		return err
	}
	if v, cached := s.(*victoria); cached {
		v.noCache = true
		r.uncached, err = askAll(s, data)
	}
	return err
}

func costs(s server) []cost {
	var all []cost
	for _, p := range s.processes() {
		all = append(all, cost{p.name, p.cpu(), p.memory()})
	}
	return all
}

func since(before, now []cost) []cost {
	for i := range now {
		now[i].cpu -= before[i].cpu
	}
	return now
}

func askAll(s server, data *dataset) ([]latency, error) {
	var all []latency
	for _, q := range questions {
		found, err := ask(s, q, data)
		if err != nil {
			return nil, errors.Join(errors.New(q.label), err)
		}
		all = append(all, found)
	}
	return all, nil
}

// ask asks one question about ever other vessels and sensors, the same for all servers, over one connection.
func ask(s server, q question, data *dataset) (latency, error) {
	first := subject{data, 0, data.of(0, fleetMeasurement)[0]}
	client := oneConnection()
	defer client.CloseIdleConnections()
	body, _, err := timed(client, s, q, first)
	var refused *refusal
	if errors.As(err, &refused) && (refused.status == http.StatusNotFound || refused.status == http.StatusMethodNotAllowed) {
		progress("%s: no answer to: %s (%s)", s.title(), q.label, refused.Error())
		return latency{missing: true}, nil
	}
	if err != nil {
		return latency{}, err
	}
	random := rand.New(rand.NewPCG(seed, 1))
	var took []time.Duration
	for warm, i := time.Now().Add(warmUpTime), 0; i < warmUpMost && time.Now().Before(warm); i++ {
		if _, _, err := timed(client, s, q, anySubject(data, random)); err != nil {
			return latency{}, err
		}
	}
	for range asked {
		_, time, err := timed(client, s, q, anySubject(data, random))
		if err != nil {
			return latency{}, err
		}
		took = append(took, time)
	}
	order(took)
	numbers, err := s.read(q, body)
	return latency{p50: quantile(took, 0.5), p99: quantile(took, 0.99), numbers: numbers, bytes: len(body)}, err
}

// timed asks once, from before the request is sent until the whole answer is there.
func timed(client *http.Client, s server, q question, about subject) ([]byte, time.Duration, error) {
	request, able := s.request(q, about)
	if !able {
		return nil, 0, &refusal{http.StatusNotFound, "no such question"}
	}
	began := time.Now()
	body, err := fetch(client, request)
	return body, time.Since(began), err
}

// servers are made anew for each use, each on an empty folder.
func servers(options options, data *dataset) (map[string]func() (server, error), []string) {
	folder := func(name string) (string, error) {
		path := filepath.Join(options.work, name)
		_ = os.RemoveAll(path)
		return path, os.MkdirAll(path, 0o755)
	}
	return map[string]func() (server, error){
		"fairlead": func() (server, error) {
			path, err := folder("fairlead")
			if err != nil {
				return nil, err
			}
			return newFairlead(options, path, data)
		},
		"influxdb": func() (server, error) {
			path, err := folder("influxdb")
			return newInflux(path), err
		},
		"victoriametrics": func() (server, error) {
			path, err := folder("victoriametrics")
			return newVictoria(path, data), err
		},
	}, strings.Split(options.only, ",")
}
