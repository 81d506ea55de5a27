package asset

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"math/bits"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/andybalholm/brotli"
)

// A job makes one variant of one file.
type job struct {
	file *File
	name string
	into *[]byte
	pack func(*File) ([]byte, error)
}

// Compress fills Brotli and Gzip of every file whose type gains from it, on all
// CPUs. Ready-made variants stay as they are, and one that would not be smaller
// than the body is left nil. The same bodies give the same bytes, whatever the
// number of CPUs.
func Compress(s *Set) error {
	var jobs []job
	for _, f := range s.All() {
		if !compressible(f.Type) {
			continue
		}
		if f.Brotli == nil {
			jobs = append(jobs, job{f, "brotli", &f.Brotli, packBrotli})
		}
		if f.Gzip == nil {
			jobs = append(jobs, job{f, "gzip", &f.Gzip, packGzip})
		}
	}
	// The largest first: started last, it would run alone at the end.
	slices.SortStableFunc(jobs, func(a, b job) int { return cmp.Compare(len(b.file.Body), len(a.file.Body)) })

	errs := make([]error, len(jobs))
	queue := make(chan int)
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(jobs)) {
		workers.Go(func() {
			for i := range queue {
				errs[i] = jobs[i].run()
			}
		})
	}
	for i := range jobs {
		queue <- i
	}
	close(queue)
	workers.Wait()
	return errors.Join(errs...)
}

func (j job) run() error {
	packed, err := j.pack(j.file)
	if err != nil {
		return fmt.Errorf("compressing %s with %s: %w", j.file.Path, j.name, err)
	}
	if len(packed) < len(j.file.Body) {
		*j.into = packed
	}
	return nil
}

// compressible is false for types that are compressed already, as PNG.
func compressible(mime string) bool {
	media := MediaType(mime)
	switch media {
	case "application/wasm", "application/json", "application/xml":
		return true
	}
	return strings.HasPrefix(media, "text/") || strings.HasSuffix(media, "+xml") || strings.HasSuffix(media, "+json")
}

// Brotli's best quality takes about three seconds a megabyte. Bodies above bigBody
// bytes get a quality that is ten times faster, and the result about 14 % larger
// (measured on a Go program in WebAssembly): where that counts, bring a ready-made
// variant.
const (
	bigBody        = 3 << 20
	bestQuality    = 11
	quickQuality   = 9
	minWindow      = 16 // 64 KiB, the size whose header takes one bit
	maxWindow      = 24 // 16 MiB, the largest of RFC 7932
	windowOverhead = 16 // bytes of a window that can't be used, RFC 7932 section 9.1
)

func packBrotli(f *File) ([]byte, error) {
	body, quality := f.Body, bestQuality
	if f.Quick || len(body) > bigBody {
		quality = quickQuality
	}
	return pack(body, func(w io.Writer) (io.WriteCloser, error) {
		return brotli.NewWriterOptions(w, brotli.WriterOptions{Quality: quality, LGWin: window(len(body))}), nil
	})
}

// window returns the binary logarithm of the smallest window that holds a body
// of so many bytes. A larger one would gain nothing, and cost encoder and reader
// the memory.
func window(size int) int {
	return min(max(bits.Len(uint(size+windowOverhead-1)), minWindow), maxWindow)
}

func packGzip(f *File) ([]byte, error) {
	return pack(f.Body, func(w io.Writer) (io.WriteCloser, error) {
		return gzip.NewWriterLevel(w, gzip.BestCompression)
	})
}

// pack makes a new encoder for each body: one that was used before might
// remember something.
func pack(body []byte, encoder func(io.Writer) (io.WriteCloser, error)) ([]byte, error) {
	var out bytes.Buffer
	w, err := encoder(&out)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(body); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return bytes.Clone(out.Bytes()), nil
}
