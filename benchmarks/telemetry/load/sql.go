package main

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"io"
	"net"
	"strings"
	"time"
)

// A database is asked now and then by its superuser, who needs no password on this loopback port of a throw-away server.
// The simple query protocol is all that takes, so no driver is needed.
type database struct {
	address string
	name    string
}

// query runs statements and gives the rows of all of them, as texts; null is empty.
func (d database) query(statements string) ([][]string, error) {
	connection, err := net.DialTimeout("tcp", d.address, 5*time.Second)
	if err != nil {
		return nil, err
	}
	defer connection.Close()
	startup := binary.BigEndian.AppendUint32(nil, 3<<16)
	startup = append(startup, "user\x00postgres\x00database\x00"+d.name+"\x00\x00"...)
	if err := send32(connection, startup); err != nil {
		return nil, err
	}
	in := bufio.NewReader(connection)
	if _, err := answer(in); err != nil {
		return nil, err
	}
	if _, err := connection.Write([]byte{'Q'}); err != nil {
		return nil, err
	}
	if err := send32(connection, append([]byte(statements), 0)); err != nil {
		return nil, err
	}
	return answer(in)
}

// one is the first column of the first row.
func (d database) one(query string) (string, error) {
	rows, err := d.query(query)
	if err != nil || len(rows) == 0 {
		return "", err
	}
	return rows[0][0], nil
}

// send32 writes a message after its length, which counts itself.
func send32(out io.Writer, message []byte) error {
	_, err := out.Write(append(binary.BigEndian.AppendUint32(nil, uint32(len(message)+4)), message...))
	return err
}

// answer reads up to ReadyForQuery.
func answer(in *bufio.Reader) ([][]string, error) {
	var rows [][]string
	var failure error
	for {
		var head [5]byte
		if _, err := io.ReadFull(in, head[:]); err != nil {
			return nil, err
		}
		body := make([]byte, binary.BigEndian.Uint32(head[1:])-4)
		if _, err := io.ReadFull(in, body); err != nil {
			return nil, err
		}
		switch head[0] {
		case 'D':
			rows = append(rows, row(body))
		case 'E':
			failure = fmt.Errorf("PostgreSQL: %s", strings.ReplaceAll(string(body), "\x00", " "))
			if strings.HasPrefix(string(body), "SFATAL") {
				return nil, failure
			}
		case 'R':
			if binary.BigEndian.Uint32(body) != 0 {
				return nil, fmt.Errorf("PostgreSQL asks for a password")
			}
		case 'Z':
			return rows, failure
		}
	}
}

func row(body []byte) []string {
	columns := make([]string, binary.BigEndian.Uint16(body))
	rest := body[2:]
	for i := range columns {
		length := int32(binary.BigEndian.Uint32(rest))
		rest = rest[4:]
		if length > 0 {
			columns[i] = string(rest[:length])
			rest = rest[length:]
		}
	}
	return columns
}
