package main

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

func (f *fairlead) facts() []fact {
	java, _ := exec.Command("java", "-version").CombinedOutput()
	postgres, _ := f.sql().one("select version()")
	fsync, _ := f.sql().one("show fsync")
	commit, _ := f.sql().one("show synchronous_commit")
	kafka, _ := filepath.Glob(f.libraries() + "/kafka-server-4*.jar")
	head, _, _ := strings.Cut(string(java), "\n")
	return []fact{
		{"version", f.options.commit},
		{"PostgreSQL", postgres + ", " + strings.Join(postgresSettings[2:4], ", ")},
		{"Kafka", strings.TrimSuffix(filepath.Base(strings.Join(kafka, "")), ".jar") + ", java " + f.options.kafkaJava},
		{"service", head + ", java " + f.options.serviceJava + ", " + strings.Join(f.options.settings, " ")},
		{"durability", "each request is one committed transaction before its answer; fsync " + fsync +
			", synchronous_commit " + commit}}
}

// What has to become empty, in the order in which it is told.
var backlogs = []struct{ name, table string }{
	{"the 15-minute windows are right", "touched"},
	{"Kafka has every event", "outbox"},
	{"all is sealed", "head"},
}

// settle waits for the windows, for Kafka, for the sealer and at last for the compactor.
func (f *fairlead) settle() ([]fact, error) {
	began := time.Now()
	emptied, err := f.drain(began)
	if err != nil {
		return nil, err
	}
	// Longer than the compactor sleeps.
	quiet := f.options.compactEvery*5/4 + time.Second
	err = steady(quiet, time.Hour, func() (int64, error) { return f.number("select count(*) from telemetry.block") })
	if err != nil {
		return nil, err
	}
	blocks, err := f.number("select count(*) from telemetry.block")
	facts := append(emptied, fact{"all is compacted", seconds(max(0, time.Since(began)-quiet))},
		fact{"blocks then", fmt.Sprint(blocks)})
	if err == nil {
		_, err = f.sql().query("vacuum analyze")
	}
	return facts, err
}

// drain tells when each backlog was seen empty for the first time, and stayed so.
func (f *fairlead) drain(began time.Time) ([]fact, error) {
	var checks []string
	for _, backlog := range backlogs {
		checks = append(checks, "exists(select from telemetry."+backlog.table+")")
	}
	busy := make([]time.Duration, len(backlogs))
	for {
		rows, err := f.sql().query("select " + strings.Join(checks, ", "))
		if err != nil {
			return nil, err
		}
		now, waiting := time.Since(began), false
		for i, exists := range rows[0] {
			if exists == "t" {
				busy[i], waiting = now, true
			}
		}
		if !waiting {
			var facts []fact
			for i, backlog := range backlogs {
				facts = append(facts, fact{backlog.name + " after the last answer", seconds(busy[i])})
			}
			return facts, nil
		}
		if now > time.Hour {
			return nil, fmt.Errorf("still not settled: %v", rows[0])
		}
		time.Sleep(200 * time.Millisecond)
	}
}

const tableSizes = `
select coalesce(parent.relname, own.relname) as relation, sum(pg_total_relation_size(own.oid))::bigint as bytes
from pg_class own
left join pg_inherits i on i.inhrelid = own.oid
left join pg_class parent on parent.oid = i.inhparent
where own.relnamespace = 'telemetry'::regnamespace and own.relkind in ('r', 'p')
group by 1 order by 2 desc`

// disk counts every table of the schema with its indexes. What is not the data's home is told besides.
func (f *fairlead) disk() (int64, []fact, error) {
	rows, err := f.sql().query(tableSizes)
	if err != nil {
		return 0, nil, err
	}
	var sum int64
	var parts []fact
	for _, row := range rows {
		bytes, err := strconv.ParseInt(row[1], 10, 64)
		if err != nil {
			return 0, nil, err
		}
		sum += bytes
		if bytes >= 128<<10 {
			parts = append(parts, fact{"table " + row[0], mebibytes(bytes)})
		}
	}
	return sum, append(parts,
		fact{"not counted: PostgreSQL's write-ahead log", mebibytes(folderBytes(filepath.Join(f.postgres.cluster(), "pg_wal")))},
		fact{"not counted: Kafka's log of the events", mebibytes(folderBytes(filepath.Join(f.folder, "kafka")))}), nil
}

func (f *fairlead) number(query string) (int64, error) {
	text, err := f.sql().one(query)
	if err != nil {
		return 0, err
	}
	return strconv.ParseInt(text, 10, 64)
}
