package asset

import (
	"bytes"
	stdgzip "compress/gzip"
	"fmt"
	"io"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func noise(n int) []byte {
	out := make([]byte, n)
	rnd := rand.NewChaCha8([32]byte{1})
	_, _ = rnd.Read(out)
	return out
}

func TestCompress(t *testing.T) {
	text := []byte(strings.Repeat("1,500 on 18 October, 3,000 on 23 October. ", 200))
	for _, tt := range []struct {
		name string
		file File
		want bool
	}{
		{"text", File{Path: "a.html", Body: text}, true},
		{"wasm", File{Path: "a.wasm", Body: text}, true},
		{"svg", File{Path: "a.svg", Body: text}, true},
		{"geojson", File{Path: "a.geojson", Body: text}, true},
		{"manifest", File{Path: "a.webmanifest", Body: text}, true},
		{"a feed's own type", File{Path: "a.xml", Type: "application/atom+xml", Body: text}, true},
		{"larger than the largest quick window", File{Path: "b.wasm", Body: bytes.Repeat(text, 400)}, true},
		{"png is compressed already", File{Path: "a.png", Body: text}, false},
		{"unknown type", File{Path: "a.bin", Body: text}, false},
		{"too short to gain", File{Path: "a.txt", Body: []byte("ok\n")}, false},
		{"noise", File{Path: "a.css", Body: noise(5000)}, false},
		{"empty", File{Path: "e.css"}, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var s Set
			require.NoError(t, s.Add(tt.file))
			require.NoError(t, Compress(&s))
			f, _ := s.Get(tt.file.Path)
			if !tt.want {
				assert.Nil(t, f.Brotli)
				assert.Nil(t, f.Gzip)
				return
			}
			body, err := io.ReadAll(brotli.NewReader(bytes.NewReader(f.Brotli)))
			require.NoError(t, err)
			assert.True(t, bytes.Equal(tt.file.Body, body))
			r, err := stdgzip.NewReader(bytes.NewReader(f.Gzip))
			require.NoError(t, err)
			body, err = io.ReadAll(r)
			require.NoError(t, err)
			assert.True(t, bytes.Equal(tt.file.Body, body))
			assert.Less(t, len(f.Brotli), len(f.Gzip))
		})
	}
}

func TestCompressKeepsReadyMadeVariants(t *testing.T) {
	var s Set
	body := bytes.Repeat([]byte("bukti "), 1000)
	require.NoError(t, s.Add(File{Path: "app.wasm", Body: body, Brotli: []byte("ready")}))
	require.NoError(t, Compress(&s))
	f, _ := s.Get("app.wasm")
	assert.Equal(t, "ready", string(f.Brotli))
	assert.NotEmpty(t, f.Gzip)
}

// The number of CPUs and the order of adding are accidents of a machine.
func TestCompressIsDeterministic(t *testing.T) {
	build := func(cpus int, backwards bool) *Set {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(cpus))
		s := &Set{}
		for i := range 30 {
			if backwards {
				i = 29 - i
			}
			body := bytes.Repeat(fmt.Appendf(nil, "<p>moment %d</p>", i), 50*(i+1))
			require.NoError(t, s.Add(File{Path: fmt.Sprintf("%02d.html", i), Body: body}))
		}
		require.NoError(t, Compress(s))
		return s
	}
	one, many := build(1, false), build(8, true)
	assert.Equal(t, one.All(), many.All())
}

func TestWindow(t *testing.T) {
	for _, tt := range []struct{ size, want int }{
		{0, 16},
		{1<<16 - 16, 16},
		{1<<16 - 15, 17},
		{1<<20 - 16, 20},
		{5 << 20, 23},
		{1 << 30, 24},
	} {
		assert.Equal(t, tt.want, window(tt.size), tt.size)
	}
}
