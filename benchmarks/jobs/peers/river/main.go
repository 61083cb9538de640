// River: jobs that do nothing, one call each or in bulk. Prints what it took as JSON.
package main

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strconv"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
	"github.com/riverqueue/river/rivermigrate"
)

const (
	callers = 16
	slots   = 64
	batch   = 1000
)

type nothing struct {
	At int64 `json:"at"`
}

func (nothing) Kind() string { return "nothing" }

type worker struct {
	river.WorkerDefaults[nothing]
	lock  sync.Mutex
	waits []time.Duration
}

func (w *worker) Work(_ context.Context, job *river.Job[nothing]) error {
	wait := time.Since(time.Unix(0, job.Args.At))
	w.lock.Lock()
	w.waits = append(w.waits, wait)
	w.lock.Unlock()
	return nil
}

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

func main() {
	address, mode := os.Args[1], os.Args[2]
	jobs := must(strconv.Atoi(os.Args[3]))
	cooldown := must(time.ParseDuration(os.Args[4]))
	ctx := context.Background()
	config := must(pgxpool.ParseConfig(address))
	config.MaxConns = 16
	pool := must(pgxpool.NewWithConfig(ctx, config))
	driver := riverpgxv5.New(pool)
	must(must(rivermigrate.New(driver, nil)).Migrate(ctx, rivermigrate.DirectionUp, nil))
	w := &worker{}
	workers := river.NewWorkers()
	river.AddWorker(workers, w)
	client := must(river.NewClient(driver, &river.Config{
		FetchCooldown: cooldown,
		Queues:        map[string]river.QueueConfig{river.QueueDefault: {MaxWorkers: slots}},
		Workers:       workers,
	}))
	if err := client.Start(ctx); err != nil {
		panic(err)
	}
	run(ctx, client, pool, "one", 500)
	w.waits = nil
	begin := time.Now()
	run(ctx, client, pool, mode, jobs)
	seconds := time.Since(begin).Seconds()
	slices.Sort(w.waits)
	fmt.Printf("{\"jobs\":%d,\"seconds\":%.3f,\"p50\":%.2f,\"p99\":%.2f}\n", jobs, seconds,
		w.waits[len(w.waits)/2].Seconds()*1000, w.waits[len(w.waits)*99/100].Seconds()*1000)
	_ = client.Stop(ctx)
}

func run(ctx context.Context, client *river.Client[pgx.Tx], pool *pgxpool.Pool, mode string, jobs int) {
	before := completed(ctx, pool)
	switch mode {
	case "bulk":
		for sent := 0; sent < jobs; sent += batch {
			many := make([]river.InsertManyParams, batch)
			for i := range many {
				many[i].Args = nothing{time.Now().UnixNano()}
			}
			must(client.InsertManyFast(ctx, many))
		}
	case "one":
		var all sync.WaitGroup
		for range callers {
			all.Go(func() {
				for range jobs / callers {
					must(client.Insert(ctx, nothing{time.Now().UnixNano()}, nil))
				}
			})
		}
		all.Wait()
		jobs -= jobs % callers
	case "start":
		for range jobs {
			must(client.Insert(ctx, nothing{time.Now().UnixNano()}, nil))
			time.Sleep(20 * time.Millisecond)
		}
	}
	for completed(ctx, pool) < before+jobs {
		time.Sleep(20 * time.Millisecond)
	}
}

func completed(ctx context.Context, pool *pgxpool.Pool) (count int) {
	if err := pool.QueryRow(ctx, "select count(*) from river_job where state = 'completed'").Scan(&count); err != nil {
		panic(err)
	}
	return count
}
