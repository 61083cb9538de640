package main

import (
	"math"
	"slices"
	"time"
)

// order sorts times in place.
func order(times []time.Duration) {
	slices.Sort(times)
}

// quantile is the smallest of the ordered times that a share of them does not exceed.
func quantile(ordered []time.Duration, share float64) time.Duration {
	if len(ordered) == 0 {
		return 0
	}
	return ordered[max(0, int(math.Ceil(share*float64(len(ordered))))-1)]
}
