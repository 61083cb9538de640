package main

import (
	"fmt"
	"math"
	"os"
	"strings"
	"time"
)

func progress(format string, arguments ...any) {
	fmt.Fprintf(os.Stderr, time.Now().Format("15:04:05")+" "+format+"\n", arguments...)
}

func seconds(time time.Duration) string { return fmt.Sprintf("%.1f s", time.Seconds()) }

func mebibytes(bytes int64) string { return fmt.Sprintf("%.1f MiB", float64(bytes)/(1<<20)) }

func milliseconds(time time.Duration) float64 { return float64(time.Microseconds()) / 1000 }

// figure writes three digits that matter, or whole thousands with commas.
func figure(value float64) string {
	switch {
	case math.IsNaN(value) || math.IsInf(value, 0):
		return "–"
	case value >= 1000:
		return thousands(int64(math.Round(value)))
	case value >= 100:
		return fmt.Sprintf("%.0f", value)
	case value >= 10:
		return fmt.Sprintf("%.1f", value)
	default:
		return fmt.Sprintf("%.2f", value)
	}
}

func thousands(number int64) string {
	text := fmt.Sprint(number)
	for i := len(text) - 3; i > 0; i -= 3 {
		text = text[:i] + "," + text[i:]
	}
	return text
}

// A table of markdown.
type table struct {
	text strings.Builder
}

func newTable(headings ...string) *table {
	t := &table{}
	t.row(headings...)
	t.row(strings.Split(strings.Repeat("---,", len(headings)-1)+"---", ",")...)
	return t
}

func (t *table) row(cells ...string) {
	t.text.WriteString("| " + strings.Join(cells, " | ") + " |\n")
}

func (t *table) String() string { return t.text.String() }
