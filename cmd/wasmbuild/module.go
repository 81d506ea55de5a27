package main

import (
	"encoding/binary"
	"fmt"
)

// section is a part of a WebAssembly module.
type section struct {
	id   byte
	body reader
}

const (
	custom   = 0 // names and the like, which a browser does not need
	imported = 2 // Go imports nothing but functions
	code     = 10
	data     = 11
)

// head is what every module begins with.
const head = "\x00asm\x01\x00\x00\x00"

func sections(module []byte) ([]section, error) {
	if len(module) < len(head) || string(module[:len(head)]) != head {
		return nil, fmt.Errorf("not a WebAssembly module of version 1")
	}
	var list []section
	for r := reader(module[len(head):]); len(r) > 0; {
		list = append(list, section{r.byte(), r.take(r.number())})
	}
	return list, nil
}

// module is the sections put together again, without what only tools read.
func module(list []section) []byte {
	b := []byte(head)
	for _, s := range list {
		if s.id != custom {
			b = append(b, s.id)
			b = binary.AppendUvarint(b, uint64(len(s.body)))
			b = append(b, s.body...)
		}
	}
	return b
}

// reader is what is left to read. Reading beyond its end panics: the toolchain whose
// work this reads never ends within a number.
type reader []byte

func (r *reader) byte() byte { return r.take(1)[0] }

func (r *reader) take(n int) reader {
	part := (*r)[:n]
	*r = (*r)[n:]
	return part
}

func (r *reader) number() int {
	n, size := binary.Uvarint(*r)
	r.take(size)
	return int(n)
}

// signed reads a signed number of WebAssembly's form.
func (r *reader) signed() (n int) {
	for shift := 0; ; {
		b := r.byte()
		n |= int(b&0x7f) << shift
		shift += 7
		if b&0x80 == 0 {
			if b&0x40 != 0 {
				n |= -1 << shift
			}
			return n
		}
	}
}

func appendSigned(b []byte, n int) []byte {
	for {
		low := byte(n & 0x7f)
		n >>= 7
		if n == 0 && low&0x40 == 0 || n == -1 && low&0x40 != 0 {
			return append(b, low)
		}
		b = append(b, low|0x80)
	}
}
