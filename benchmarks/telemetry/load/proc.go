package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// ticksPerSecond is the unit of times in /proc, the same on every Linux.
const ticksPerSecond = 100

// What the kernel says of a process, as in proc(5).
type procStat struct {
	pid, parent int
	state       string
	ticks       int64 // user and system time, its own and that of children that have ended
}

func readStat(pid int) (procStat, error) {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return procStat{}, err
	}
	// The name in parentheses may hold anything; what follows it does not.
	fields := strings.Fields(string(text[strings.LastIndexByte(string(text), ')')+1:]))
	if len(fields) < 15 {
		return procStat{}, fmt.Errorf("/proc/%d/stat is short", pid)
	}
	stat := procStat{pid: pid, state: fields[0]}
	stat.parent, _ = strconv.Atoi(fields[1])
	for _, field := range fields[11:15] {
		ticks, _ := strconv.ParseInt(field, 10, 64)
		stat.ticks += ticks
	}
	return stat, nil
}

// tree is a process and all its descendants, parents first.
func tree(root int) []int {
	children := map[int][]int{}
	folders, _ := filepath.Glob("/proc/[0-9]*")
	for _, folder := range folders {
		pid, _ := strconv.Atoi(filepath.Base(folder))
		if stat, err := readStat(pid); err == nil {
			children[stat.parent] = append(children[stat.parent], pid)
		}
	}
	found := []int{root}
	for i := 0; i < len(found); i++ {
		found = append(found, children[found[i]]...)
	}
	return found
}

// cpu is the processor time of the process and all that it started, ended or not.
func (p *process) cpu() time.Duration {
	var ticks int64
	for _, pid := range tree(p.cmd.Process.Pid) {
		if stat, err := readStat(pid); err == nil {
			ticks += stat.ticks
		}
	}
	return time.Duration(ticks) * time.Second / ticksPerSecond
}

// memory is in bytes; pages that several processes share count once.
func (p *process) memory() int64 {
	var sum int64
	for _, pid := range tree(p.cmd.Process.Pid) {
		sum += proportional(pid)
	}
	return sum
}

func proportional(pid int) int64 {
	file, err := os.Open(fmt.Sprintf("/proc/%d/smaps_rollup", pid))
	if err != nil {
		return 0
	}
	defer file.Close()
	for lines := bufio.NewScanner(file); lines.Scan(); {
		if rest, found := strings.CutPrefix(lines.Text(), "Pss:"); found {
			kib, _ := strconv.ParseInt(strings.TrimSpace(strings.TrimSuffix(rest, "kB")), 10, 64)
			return kib << 10
		}
	}
	return 0
}

func alive(pid int) bool {
	stat, err := readStat(pid)
	return err == nil && stat.state != "Z"
}
