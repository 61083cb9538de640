package main

import (
	"archive/zip"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"time"
)

// PostgreSQL from the same Maven artefact as the local stack's, with the settings that the local stack has when it is not
// told to be small. fsync and synchronous_commit are on: a commit is on the disk before it is answered.
type postgres struct {
	folder  string
	port    int
	process *process
}

var postgresSettings = []string{"listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=200",
	"shared_buffers=512MB", "fsync=on", "synchronous_commit=on", "full_page_writes=on"}

func newPostgres(folder string) *postgres {
	return &postgres{folder: folder, port: freePort()}
}

func (p *postgres) start(libraries string) error {
	programs := filepath.Join(p.folder, "programs")
	if _, err := os.Stat(programs); err != nil {
		if err := p.create(libraries, programs); err != nil {
			return err
		}
	}
	argv := append(notRoot(), "setpriv", "--pdeathsig", "INT",
		filepath.Join(programs, "bin", "postgres"), "-D", p.cluster(), "-p", fmt.Sprint(p.port))
	for _, setting := range postgresSettings {
		argv = append(argv, "-c", setting)
	}
	var err error
	p.process, err = launch("PostgreSQL", filepath.Join(p.folder, "postgres.log"), syscall.SIGINT, nil, argv...)
	if err != nil {
		return err
	}
	return p.process.ready(5*time.Minute, func() error {
		_, err := p.database("postgres").query("select 1")
		return err
	})
}

func (p *postgres) cluster() string { return filepath.Join(p.folder, "cluster") }

func (p *postgres) database(name string) database {
	return database{fmt.Sprintf("127.0.0.1:%d", p.port), name}
}

func (p *postgres) create(libraries, programs string) error {
	if err := unpack(libraries, programs); err != nil {
		return err
	}
	// No password: the server is reachable from this machine only and gone when the run ends.
	argv := append(notRoot(), filepath.Join(programs, "bin", "initdb"), "-D", p.cluster(), "-U", "postgres",
		"--auth=trust", "--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C")
	if out, err := exec.Command(argv[0], argv[1:]...).CombinedOutput(); err != nil {
		return fmt.Errorf("initdb: %w: %s", err, out)
	}
	return nil
}

// unpack takes the programs for this machine out of the library that brings them.
func unpack(libraries, folder string) error {
	jars, _ := filepath.Glob(filepath.Join(libraries, "embedded-postgres-binaries-*.jar"))
	if len(jars) == 0 {
		return fmt.Errorf("no PostgreSQL among %s: build deploy/local first", libraries)
	}
	archive, err := zip.OpenReader(jars[0])
	if err != nil {
		return err
	}
	defer archive.Close()
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	for _, entry := range archive.File {
		if strings.HasSuffix(entry.Name, ".txz") {
			content, err := entry.Open()
			if err != nil {
				return err
			}
			defer content.Close()
			tar := exec.Command("tar", "-xJf", "-", "-C", folder)
			tar.Stdin = content
			if out, err := tar.CombinedOutput(); err != nil {
				return fmt.Errorf("tar: %w: %s", err, out)
			}
		}
	}
	return nil
}

// notRoot goes in front of a program that refuses to be root: a user name space in which it is not.
func notRoot() []string {
	if runtime.GOOS == "linux" && os.Getuid() == 0 {
		return []string{"unshare", "-U"}
	}
	return nil
}
