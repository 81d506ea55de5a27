package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestTraffic(t *testing.T) {
	for _, tt := range []struct {
		name, text               string
		bytes, requests, foreign float64
	}{
		{"a response", `{"method":"Network.responseReceived","params":{"response":{"url":"http://here.test/go.js"}}}`, 0, 1, 0},
		{"from elsewhere", `{"method":"Network.responseReceived","params":{"response":{"url":"http://there.test/go.js"}}}`, 0, 1, 1},
		{"nothing sent", `{"method":"Network.responseReceived","params":{"response":{"url":"blob:http://here.test/1"}}}`, 0, 1, 0},
		{"its end", `{"method":"Network.loadingFinished","params":{"encodedDataLength":1234}}`, 1234, 0, 0},
		{"an answer", `{"id":1,"result":{}}`, 0, 0, 0},
		{"another event", `{"method":"Network.dataReceived","params":{"encodedDataLength":1234}}`, 0, 0, 0},
		{"no message", `{`, 0, 0, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			traffic := &traffic{host: "here.test"}
			traffic.note(told(tt.text))
			bytes, requests, foreign := traffic.counted()
			assert.Equal(t, []float64{tt.bytes, tt.requests, tt.foreign}, []float64{bytes, requests, foreign})
		})
	}
}
