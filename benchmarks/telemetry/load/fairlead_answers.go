package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// prepare learns which id each sensor's channel has.
func (f *fairlead) prepare() error {
	f.channels = map[string]string{}
	for _, vessel := range f.data.vessels {
		var page struct {
			Items []struct {
				ID, Name string
				Labels   map[string]string
			}
		}
		body, err := get(f.url("/api/v1/sensors/"+vessel+"/channels?limit=1000"), f.viewer)
		if err != nil {
			return err
		}
		if err := json.Unmarshal(body, &page); err != nil {
			return err
		}
		for _, channel := range page.Items {
			f.channels[vessel+"/"+channel.Labels["sensor"]+channel.Labels["consumer"]] = channel.ID
		}
	}
	if len(f.channels) != len(f.data.sensors) {
		return fmt.Errorf("the service knows %d channels, not %d", len(f.channels), len(f.data.sensors))
	}
	return nil
}

func (f *fairlead) request(q question, about subject) (*http.Request, bool) {
	if q.fairlead == "" {
		return nil, false
	}
	channel := f.channels[f.data.vessels[about.vessel]+"/"+about.sensor.name]
	request, err := http.NewRequest(http.MethodGet, f.url(about.fill(q.fairlead, channel)), nil)
	if err == nil {
		request.Header.Set("Authorization", "Bearer "+f.viewer)
	}
	return request, err == nil
}

func (f *fairlead) read(q question, body []byte) ([]float64, error) {
	var document any
	err := json.Unmarshal(body, &document)
	return numbersUnder(document, q.field), err
}

func (f *fairlead) count() (int64, error) {
	if err := f.service.ready(2*time.Minute, f.answers); err != nil {
		return 0, err
	}
	if err := f.prepare(); err != nil {
		return 0, err
	}
	var sum int64
	for key, channel := range f.channels {
		vessel, _, _ := strings.Cut(key, "/")
		readings, err := f.readings(fmt.Sprintf("/api/v1/sensors/%s/channels/%s/readings?limit=1000", vessel, channel))
		if err != nil {
			return 0, err
		}
		sum += readings
	}
	return sum, nil
}

// readings counts them page by page, as a client would.
func (f *fairlead) readings(path string) (int64, error) {
	var sum int64
	for cursor := ""; ; {
		body, err := get(f.url(path+cursor), f.viewer)
		if err != nil {
			return 0, err
		}
		var page struct {
			Items []json.RawMessage
			Next  string
		}
		if err := json.Unmarshal(body, &page); err != nil {
			return 0, err
		}
		sum += int64(len(page.Items))
		if page.Next == "" {
			return sum, nil
		}
		cursor = "&cursor=" + url.QueryEscape(page.Next)
	}
}
