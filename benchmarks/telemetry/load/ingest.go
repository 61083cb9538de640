package main

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"sync"
	"sync/atomic"
	"syscall"
	"time"
)

// A door is where a server takes line protocol with time stamps in seconds.
type door struct {
	url   string
	token string
}

// What came of sending all requests.
type ingest struct {
	elapsed    time.Duration
	rate       float64 // points per second, from the first request to the last answer
	secondHalf float64 // the same from the middle request on: the server is warm
	p50, p99   time.Duration
	loadCPU    time.Duration // what the sender itself took of the same machine
}

// send writes all bodies over so many kept connections. Every answer must be 204.
func send(to door, data *dataset, writers int) (ingest, error) {
	took := make([]time.Duration, len(data.batches))
	done := make([]time.Duration, len(data.batches))
	var next atomic.Int64
	var failure atomic.Pointer[error]
	var group sync.WaitGroup
	cpu := ownCPU()
	began := time.Now()
	for range writers {
		group.Go(func() {
			client := oneConnection()
			defer client.CloseIdleConnections()
			for i := next.Add(1) - 1; int(i) < len(data.batches) && failure.Load() == nil; i = next.Add(1) - 1 {
				at := time.Now()
				if err := write(client, to, data.batches[i]); err != nil {
					err = fmt.Errorf("request %d of %d: %w", i+1, len(data.batches), err)
					failure.CompareAndSwap(nil, &err)
				}
				took[i], done[i] = time.Since(at), time.Since(began)
			}
		})
	}
	group.Wait()
	if err := failure.Load(); err != nil {
		return ingest{}, *err
	}
	return summary(data, took, done, ownCPU()-cpu), nil
}

func summary(data *dataset, took, done []time.Duration, cpu time.Duration) ingest {
	order(done)
	order(took)
	last := done[len(done)-1]
	middle := len(done) / 2
	half := float64(data.points) * float64(len(done)-middle) / float64(len(done))
	result := ingest{elapsed: last, rate: float64(data.points) / last.Seconds(), loadCPU: cpu,
		p50: quantile(took, 0.5), p99: quantile(took, 0.99)}
	if middle > 0 {
		result.secondHalf = half / (last - done[middle-1]).Seconds()
	}
	return result
}

func write(client *http.Client, to door, body []byte) error {
	request, err := http.NewRequest(http.MethodPost, to.url, bytes.NewReader(body))
	if err != nil {
		return err
	}
	request.Header.Set("Content-Type", "text/plain; charset=utf-8")
	if to.token != "" {
		request.Header.Set("Authorization", "Bearer "+to.token)
	}
	response, err := client.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	answer, err := io.ReadAll(response.Body)
	if err == nil && response.StatusCode != http.StatusNoContent {
		err = fmt.Errorf("status %d: %.300s", response.StatusCode, answer)
	}
	return err
}

// oneConnection keeps a single connection and asks for no compression.
func oneConnection() *http.Client {
	return &http.Client{Timeout: 5 * time.Minute, Transport: &http.Transport{
		MaxConnsPerHost: 1, MaxIdleConnsPerHost: 1, DisableCompression: true,
		WriteBufferSize: 64 << 10, ReadBufferSize: 64 << 10}}
}

func ownCPU() time.Duration {
	var usage syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &usage) != nil {
		return 0
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
