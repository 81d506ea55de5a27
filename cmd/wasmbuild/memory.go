package main

import (
	"encoding/binary"
	"errors"
)

// memory is what a program finds in its memory when it starts.
type memory struct {
	at    int // the address of the first byte
	bytes []byte
}

const i32Const, end = 0x41, 0x0b

// readMemory puts the pieces of a data section into their places.
func readMemory(r reader) (m memory, err error) {
	for i := range r.number() {
		if r.byte() != 0 || r.byte() != i32Const {
			return m, errors.New("the data section has pieces of an unknown kind")
		}
		at := r.signed()
		r.byte() // end
		piece := r.take(r.number())
		if i == 0 {
			m.at = at
		}
		if at < m.at {
			return m, errors.New("the data section does not begin with its first address")
		}
		if more := at - m.at + len(piece) - len(m.bytes); more > 0 {
			m.bytes = append(m.bytes, make([]byte, more)...)
		}
		copy(m.bytes[at-m.at:], piece)
	}
	return m, nil
}

// section writes the memory as one piece. The toolchain leaves out every few zeros,
// which makes fifty thousand pieces whose addresses do not compress; zeros do.
func (m memory) section() reader {
	b := binary.AppendUvarint(nil, 1)
	b = append(b, 0, i32Const)
	b = append(appendSigned(b, m.at), end)
	b = binary.AppendUvarint(b, uint64(len(m.bytes)))
	return append(b, m.bytes...)
}
