package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"syscall"
	"time"
)

// A process is one server's, with all that it starts itself.
type process struct {
	name string
	log  string
	stop syscall.Signal // ends it in good order
	cmd  *exec.Cmd
	done chan struct{}
}

var (
	running     []*process
	runningLock sync.Mutex
)

// launch starts a program. Its output goes to the log file, which is appended to.
func launch(name, log string, stop syscall.Signal, env []string, argv ...string) (*process, error) {
	out, err := os.OpenFile(log, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, err
	}
	defer out.Close()
	cmd := exec.Command(argv[0], argv[1:]...)
	cmd.Env = append(os.Environ(), env...)
	cmd.Stdout, cmd.Stderr = out, out
	// A group of its own, so that Ctrl-C reaches only us; and its end when we are killed.
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("%s does not start: %w", name, err)
	}
	p := &process{name: name, log: log, stop: stop, cmd: cmd, done: make(chan struct{})}
	go func() {
		_ = cmd.Wait()
		close(p.done)
	}()
	runningLock.Lock()
	running = append(running, p)
	runningLock.Unlock()
	return p, nil
}

// ready waits until a question is answered without an error.
func (p *process) ready(patience time.Duration, ask func() error) error {
	deadline := time.Now().Add(patience)
	for {
		err := ask()
		if err == nil {
			return nil
		}
		select {
		case <-p.done:
			return fmt.Errorf("%s ended: %s", p.name, tail(p.log))
		case <-time.After(100 * time.Millisecond):
		}
		if time.Now().After(deadline) {
			return fmt.Errorf("%s is not ready after %s: %w; its log: %s", p.name, patience, err, tail(p.log))
		}
	}
}

// end stops it in good order, the hard way when that takes too long.
func (p *process) end() {
	_ = p.cmd.Process.Signal(p.stop)
	select {
	case <-p.done:
		p.forget()
	case <-time.After(40 * time.Second):
		_ = p.kill()
	}
}

// kill sends SIGKILL to it and to everything that it started, and waits until they are gone.
func (p *process) kill() error {
	all := tree(p.cmd.Process.Pid)
	for _, pid := range all {
		if err := syscall.Kill(pid, syscall.SIGKILL); err != nil && !errors.Is(err, syscall.ESRCH) {
			return fmt.Errorf("%s is not killed: %w", p.name, err)
		}
	}
	<-p.done
	for slices.ContainsFunc(all, alive) {
		time.Sleep(10 * time.Millisecond)
	}
	p.forget()
	return nil
}

func (p *process) forget() {
	runningLock.Lock()
	defer runningLock.Unlock()
	running = slices.DeleteFunc(running, func(other *process) bool { return other == p })
}

// endAll kills what still runs, the last started first.
func endAll() {
	runningLock.Lock()
	rest := slices.Clone(running)
	runningLock.Unlock()
	for _, p := range slices.Backward(rest) {
		_ = p.kill()
	}
}

func tail(file string) string {
	text, _ := os.ReadFile(file)
	lines := strings.Split(strings.TrimSpace(string(text)), "\n")
	return strings.Join(lines[max(0, len(lines)-5):], "\n")
}
