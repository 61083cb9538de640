package main

import (
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"net"
	"net/http"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// A server is one of those compared. It keeps everything in a folder of its own.
type server interface {
	title() string
	// start runs it on its folder, which is empty.
	start() error
	// stop ends it in good order.
	stop()
	// processes are those that run now, by what they do.
	processes() []*process
	door() door
	// settle waits until nothing is left to do in the background and says when what was done.
	settle() ([]fact, error)
	// disk is how many bytes hold the data now, and what they consist of.
	disk() (int64, []fact, error)
	// facts are versions and settings that the reader should know.
	facts() []fact
	// prepare is called once before questions, after all data is in.
	prepare() error
	// request gives what to ask, or false when it has no answer to this.
	request(q question, about subject) (*http.Request, bool)
	// read gives the numbers of an answer.
	read(q question, body []byte) ([]float64, error)
	// count is how many readings it has, as a client sees them.
	count() (int64, error)
	// deaths are the ways to kill it.
	deaths() []death
}

// A death kills something and brings it back.
type death struct {
	what   string
	kill   func() error
	revive func() error
}

// A fact is a line for the reader.
type fact struct {
	name, value string
}

// A subject is what one request asks about.
type subject struct {
	data   *dataset
	vessel int
	sensor sensor
}

func anySubject(data *dataset, random *rand.Rand) subject {
	vessel := random.IntN(len(data.vessels))
	sensors := data.of(vessel, fleetMeasurement)
	return subject{data, vessel, sensors[random.IntN(len(sensors))]}
}

func freePort() int {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	defer listener.Close()
	return listener.Addr().(*net.TCPAddr).Port
}

// folderBytes is what all files below the folders take on the disk: some are longer than what is in them.
func folderBytes(folders ...string) int64 {
	var sum int64
	for _, folder := range folders {
		_ = filepath.WalkDir(folder, func(_ string, entry fs.DirEntry, err error) error {
			// Files come and go while a server compacts.
			if err == nil && entry.Type().IsRegular() {
				if info, err := entry.Info(); err == nil {
					if stat, known := info.Sys().(*syscall.Stat_t); known {
						sum += stat.Blocks * 512
					}
				}
			}
			return nil
		})
	}
	return sum
}

// steady waits until a number has stayed the same for a while.
func steady(during, patience time.Duration, number func() (int64, error)) error {
	deadline := time.Now().Add(patience)
	last, since := int64(-1), time.Now()
	for {
		now, err := number()
		if err != nil {
			return err
		}
		if now != last {
			last, since = now, time.Now()
		}
		if time.Since(since) >= during {
			return nil
		}
		if time.Now().After(deadline) {
			return fmt.Errorf("not settled after %s", patience)
		}
		time.Sleep(250 * time.Millisecond)
	}
}

// get asks once and fails unless the answer is 2xx.
func get(url, token string) ([]byte, error) {
	request, err := http.NewRequest(http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	if token != "" {
		request.Header.Set("Authorization", "Bearer "+token)
	}
	return fetch(http.DefaultClient, request)
}

func fetch(client *http.Client, request *http.Request) ([]byte, error) {
	response, err := client.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err == nil && response.StatusCode/100 != 2 {
		err = &refusal{response.StatusCode, strings.TrimSpace(string(body[:min(len(body), 300)]))}
	}
	return body, err
}

// A refusal is an answer that is not 2xx.
type refusal struct {
	status int
	text   string
}

func (r *refusal) Error() string {
	return fmt.Sprintf("status %d: %s", r.status, r.text)
}
