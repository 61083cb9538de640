package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// machine tells what the figures were measured on.
func machine(options options) []fact {
	load, _ := os.ReadFile("/proc/loadavg")
	return []fact{
		{"machine", fmt.Sprintf("%d cores (%s), %s memory, %s %s, %s", runtime.NumCPU(), cpuModel(), totalMemory(),
			kernel(), runtime.GOARCH, runtime.Version())},
		{"disk", fmt.Sprintf("8 KiB written and fsynced in %.2f ms (median of 100)", milliseconds(fsyncTime(options.work)))},
		{"load of the machine before (1, 5, 15 minutes)", strings.Join(strings.Fields(string(load))[:3], ", ")},
		{"began", time.Now().UTC().Format(time.RFC3339)},
	}
}

func cpuModel() string { return value("/proc/cpuinfo", "model name") }

func totalMemory() string {
	var kib int64
	_, _ = fmt.Sscan(value("/proc/meminfo", "MemTotal"), &kib)
	return fmt.Sprintf("%.0f GiB", float64(kib)/(1<<20))
}

func kernel() string {
	text, _ := os.ReadFile("/proc/sys/kernel/osrelease")
	return "Linux " + strings.TrimSpace(string(text))
}

// value finds the first line "key : value".
func value(file, key string) string {
	text, _ := os.ReadFile(file)
	for line := range strings.Lines(string(text)) {
		if name, rest, found := strings.Cut(line, ":"); found && strings.TrimSpace(name) == key {
			return strings.TrimSpace(rest)
		}
	}
	return "unknown"
}

func fsyncTime(folder string) time.Duration {
	file, err := os.Create(filepath.Join(folder, "fsync"))
	if err != nil {
		return 0
	}
	defer os.Remove(file.Name())
	defer file.Close()
	var took []time.Duration
	for range 100 {
		at := time.Now()
		if _, err := file.Write(make([]byte, 8<<10)); err != nil || syscall.Fsync(int(file.Fd())) != nil {
			return 0
		}
		took = append(took, time.Since(at))
	}
	order(took)
	return quantile(took, 0.5)
}

// busyTime is what all processors have worked since the machine started, for whomever.
func busyTime() time.Duration {
	text, _ := os.ReadFile("/proc/stat")
	fields := strings.Fields(string(text))
	var ticks int64
	// cpu user nice system idle iowait irq softirq steal
	for _, i := range []int{1, 2, 3, 6, 7, 8} {
		if i < len(fields) {
			number, _ := strconv.ParseInt(fields[i], 10, 64)
			ticks += number
		}
	}
	return time.Duration(ticks) * time.Second / ticksPerSecond
}

// othersShare is how much of the machine went to what is not part of the comparison.
func othersShare(busy, elapsed, server, load time.Duration) float64 {
	return max(0, (busy-server-load).Seconds()/(elapsed.Seconds()*float64(runtime.NumCPU())))
}
