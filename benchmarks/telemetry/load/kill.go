package main

import (
	"fmt"
	"time"
)

// A survival is what a server still had after it was killed.
type survival struct {
	title, what string
	elapsed     time.Duration // from the first request to the kill
	answered    int
	found       int64
	failure     error
}

// survive feeds a server, kills it right after the last answer, starts it again and counts.
func survive(make func() (server, error), which int, data *dataset, options options) survival {
	s, err := make()
	if err != nil {
		return survival{failure: err}
	}
	result := survival{title: s.title(), answered: data.points}
	if err := s.start(); err != nil {
		result.failure = err
		return result
	}
	defer s.stop()
	death := s.deaths()[which]
	result.what = death.what
	progress("%s: feeding, then killing %s", s.title(), death.what)
	result.found, result.elapsed, result.failure = die(s, death, data, options)
	return result
}

// inGoodOrder is no death but the control: all must be found after it, else the count is wrong.
func inGoodOrder(p func() *process, revive func() error) death {
	return death{"nothing (control: stopped in good order)", func() error {
		p().end()
		return nil
	}, revive}
}

func die(s server, death death, data *dataset, options options) (int64, time.Duration, error) {
	began := time.Now()
	if _, err := send(s.door(), data, options.writers); err != nil {
		return 0, 0, err
	}
	if err := death.kill(); err != nil {
		return 0, 0, err
	}
	elapsed := time.Since(began)
	if err := death.revive(); err != nil {
		return 0, elapsed, fmt.Errorf("it does not come back: %w", err)
	}
	found, err := s.count()
	return found, elapsed, err
}
