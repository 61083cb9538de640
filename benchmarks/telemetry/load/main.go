// Command load compares the telemetry service with InfluxDB 1.x and VictoriaMetrics: the same data over the same
// protocol, one server at a time, on this machine. It is started by benchmarks/telemetry/run.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"time"
)

// What can be chosen.
type options struct {
	root         string
	work         string
	out          string
	only         string
	hours        float64
	writers      int
	warmUp       time.Duration
	perVessel    bool
	kill         bool
	keep         bool
	small        bool
	compactEvery time.Duration
	sealAfter    time.Duration
	serviceJava  string
	kafkaJava    string
	settings     []string
	commit       string
}

func main() {
	// A child is told of our end when the thread that started it ends: let that be this one.
	runtime.LockOSThread()
	options, err := chosen()
	if err == nil {
		err = run(options)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "error:", err)
		os.Exit(1)
	}
}

func chosen() (options, error) {
	var o options
	flag.StringVar(&o.root, "root", ".", "the repository")
	flag.StringVar(&o.work, "work", "", "the folder in which to keep the servers' data for the time of the run; that of temporary files if empty")
	flag.StringVar(&o.out, "out", "", "also write the report to this file")
	flag.StringVar(&o.only, "only", "fairlead,influxdb,victoriametrics", "which servers")
	flag.Float64Var(&o.hours, "hours", 0, "how many hours of data; 24, with --kill a quarter, if 0")
	flag.DurationVar(&o.warmUp, "warm-up", 4*time.Hour, "how many hours of data each server gets first, untimed, in small requests; not with --kill")
	flag.IntVar(&o.writers, "writers", 4, "connections that write at once")
	flag.BoolVar(&o.perVessel, "per-vessel", false, "each request holds one vessel's lines, as from a ship's gateway")
	flag.BoolVar(&o.kill, "kill", false, "instead: kill each server right after the last answer and count what is left")
	flag.BoolVar(&o.keep, "keep", false, "keep the servers' data and logs")
	flag.BoolVar(&o.small, "small", false, "our JVMs as the local stack starts them on a small machine")
	flag.DurationVar(&o.compactEvery, "compact-every", time.Minute, "how often our compactor looks; its default is 1m")
	flag.DurationVar(&o.sealAfter, "seal-after", 5*time.Second, "how long readings wait to be sealed; the default is 5m")
	flag.StringVar(&o.serviceJava, "java", "-Xmx1g -XX:+UseParallelGC", "options of our service's JVM")
	var settings string
	flag.StringVar(&settings, "set", "", "further settings of our service: NAME=value,NAME=value")
	flag.Parse()
	if flag.NArg() > 0 {
		return o, fmt.Errorf("what is %q?", flag.Arg(0))
	}
	return complete(o, settings)
}

func complete(o options, settings string) (options, error) {
	o.kafkaJava = "-Xmx512m"
	if o.small {
		o.serviceJava = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx128m -XX:MaxMetaspaceSize=128m -XX:+ExitOnOutOfMemoryError"
		o.kafkaJava = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx256m"
	}
	if o.hours == 0 {
		o.hours = 24
		if o.kill {
			o.hours = 0.25
		}
	}
	o.settings = []string{
		"FAIRLEAD_STORE_SEAL_AFTER=" + iso(o.sealAfter),
		"FAIRLEAD_STORE_COMPACT_EVERY=" + fmt.Sprintf("%ds", int(o.compactEvery.Seconds()))}
	if settings != "" {
		o.settings = append(o.settings, strings.Split(settings, ",")...)
	}
	commit, _ := exec.Command("git", "-C", o.root, "describe", "--always", "--dirty").Output()
	o.commit = strings.TrimSpace(string(commit))
	if o.hours*3600 < stepSeconds {
		return o, errors.New("--hours is too little for one reading")
	}
	// A folder of our own in any case: it is deleted at the end.
	var err error
	o.work, err = os.MkdirTemp(o.work, "fairlead-telemetry-benchmark")
	return o, err
}

func iso(length time.Duration) string { return fmt.Sprintf("PT%gS", length.Seconds()) }

func run(o options) error {
	end := func() {
		endAll()
		if o.keep {
			progress("kept %s", o.work)
		} else {
			os.RemoveAll(o.work)
		}
	}
	defer end()
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-stop
		end()
		os.Exit(130)
	}()
	if err := present(o); err != nil {
		return err
	}
	facts := machine(o)
	yesterday := time.Now().UTC().Truncate(24 * time.Hour).Add(-24 * time.Hour)
	progress("making %g hours of data", o.hours)
	before := o.warmUp
	if o.kill {
		before = 0
	}
	data := warmedUp(yesterday, time.Duration(o.hours*float64(time.Hour)), before, o.perVessel)
	text, err := compare(o, data, facts)
	fmt.Println(text)
	if o.out != "" {
		err = errors.Join(err, os.WriteFile(o.out, []byte(text), 0o644))
	}
	return err
}

// present says early what is missing.
func present(o options) error {
	for program, only := range map[string]string{"influxd": "influxdb", "victoria-metrics": "victoriametrics"} {
		if _, err := exec.LookPath(program); err != nil && strings.Contains(o.only, only) {
			return fmt.Errorf("no %s on the PATH: --install fetches Debian's package, --only leaves it out", program)
		}
	}
	return nil
}

func compare(o options, data *dataset, facts []fact) (string, error) {
	makers, names := servers(o, data)
	var results []result
	var survivals []survival
	var failures error
	for _, name := range names {
		maker, known := makers[name]
		if !known {
			return "", fmt.Errorf("there is no server %q", name)
		}
		s, err := maker()
		if err != nil {
			return "", err
		}
		if o.kill {
			for which := range s.deaths() {
				survivals = append(survivals, survive(maker, which, data, o))
				failures = errors.Join(failures, survivals[len(survivals)-1].failure)
			}
			continue
		}
		results = append(results, measure(s, data, o))
		failures = errors.Join(failures, results[len(results)-1].failure)
	}
	if o.kill {
		return killReport(survivals, data, facts, o), failures
	}
	return report(slices.Clip(results), data, facts, o), failures
}
