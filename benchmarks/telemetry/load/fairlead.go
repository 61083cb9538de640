package main

import (
	"errors"
	"fmt"
	"net"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// Our own: the packaged service, PostgreSQL and Kafka, each a process of its own.
type fairlead struct {
	options  options
	folder   string
	data     *dataset
	signer   *signer
	postgres *postgres
	broker   *process
	service  *process
	port     int
	kafka    int
	raft     int
	ship     string
	viewer   string
	channels map[string]string
}

func newFairlead(options options, folder string, data *dataset) (*fairlead, error) {
	signer, err := newSigner()
	if err != nil {
		return nil, err
	}
	f := &fairlead{options: options, folder: folder, data: data, signer: signer, postgres: newPostgres(folder),
		port: freePort(), kafka: freePort(), raft: freePort()}
	if f.ship, err = signer.token("gateway", "ingest", data.vessels); err != nil {
		return nil, err
	}
	f.viewer, err = signer.token("viewer", "viewer", nil)
	return f, err
}

func (f *fairlead) title() string { return "Fairlead" }

func (f *fairlead) start() error {
	if err := f.postgres.start(f.libraries()); err != nil {
		return err
	}
	if err := f.schema(); err != nil {
		return err
	}
	if err := f.startBroker(); err != nil {
		return err
	}
	if err := f.startService(); err != nil {
		return err
	}
	return f.vessels()
}

func (f *fairlead) libraries() string {
	return filepath.Join(f.options.root, "deploy/local/target/lib")
}

func (f *fairlead) schema() error {
	if _, err := f.postgres.database("postgres").query("create database fairlead"); err != nil {
		return err
	}
	_, err := f.sql().query("create role telemetry login; create schema telemetry authorization telemetry")
	return err
}

func (f *fairlead) sql() database { return f.postgres.database("fairlead") }

func (f *fairlead) startBroker() error {
	argv := append([]string{"java"}, strings.Fields(f.options.kafkaJava)...)
	argv = append(argv,
		"-Djava.util.logging.config.file="+filepath.Join(f.options.root, "deploy/local/src/main/resources/logging.properties"),
		"-cp", f.libraries()+"/*", "io.fairlead.parts.KafkaBroker",
		filepath.Join(f.folder, "kafka"), fmt.Sprint(f.kafka), fmt.Sprint(f.raft))
	var err error
	f.broker, err = launch("Kafka", filepath.Join(f.folder, "kafka.log"), syscall.SIGTERM, nil, argv...)
	if err != nil {
		return err
	}
	return f.broker.ready(time.Minute, func() error {
		connection, err := net.Dial("tcp", fmt.Sprintf("127.0.0.1:%d", f.kafka))
		if err == nil {
			connection.Close()
		}
		return err
	})
}

func (f *fairlead) startService() error {
	argv := append([]string{"java"}, strings.Fields(f.options.serviceJava)...)
	argv = append(argv, "-jar", filepath.Join(f.options.root, "telemetry-service/target/quarkus-app/quarkus-run.jar"))
	var err error
	f.service, err = launch("service", filepath.Join(f.folder, "service.log"), syscall.SIGTERM, f.environment(), argv...)
	if err != nil {
		return err
	}
	return f.service.ready(2*time.Minute, f.answers)
}

func (f *fairlead) environment() []string {
	return append([]string{
		"MALLOC_ARENA_MAX=2",
		fmt.Sprintf("FAIRLEAD_HTTP_PORT=%d", f.port),
		fmt.Sprintf("FAIRLEAD_DATABASE_URL=postgresql://127.0.0.1:%d/fairlead", f.postgres.port),
		"FAIRLEAD_DATABASE_PASSWORD=unused",
		fmt.Sprintf("FAIRLEAD_KAFKA_BOOTSTRAP=127.0.0.1:%d", f.kafka),
		"FAIRLEAD_OIDC_ISSUER=" + issuer,
		"FAIRLEAD_OIDC_URL=" + f.signer.url,
	}, f.options.settings...)
}

func (f *fairlead) answers() error {
	_, err := get(f.url("/q/health/ready"), "")
	return err
}

func (f *fairlead) url(path string) string { return fmt.Sprintf("http://127.0.0.1:%d%s", f.port, path) }

// vessels puts them where their events would have put them.
func (f *fairlead) vessels() error {
	_, err := f.sql().query("insert into telemetry.vessel (code, name, status, version) select code, code, 'active', 1" +
		" from unnest(string_to_array('" + strings.Join(f.data.vessels, ",") + "', ',')) code on conflict do nothing")
	return err
}

func (f *fairlead) stop() {
	f.service.end()
	f.broker.end()
	f.postgres.process.end()
}

func (f *fairlead) processes() []*process { return []*process{f.service, f.postgres.process, f.broker} }

func (f *fairlead) door() door { return door{f.url("/api/v2/write?precision=s"), f.ship} }

func (f *fairlead) deaths() []death {
	postgres := func() error { return f.postgres.process.kill() }
	database := func() error { return f.postgres.start(f.libraries()) }
	return []death{
		inGoodOrder(func() *process { return f.service }, f.startService),
		{"the service", func() error { return f.service.kill() }, f.startService},
		{"PostgreSQL, all its processes", postgres, database},
		{"both", func() error { return errors.Join(postgres(), f.service.kill()) },
			func() error { return errors.Join(database(), f.startService()) }},
	}
}
