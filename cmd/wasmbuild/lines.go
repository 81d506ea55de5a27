package main

import (
	"bytes"
	"encoding/binary"
	"errors"
)

// layout is the version of Go whose tables of functions are known here. For a later
// one, compare pcHeader and _func in its runtime.
const layout = "go1.26"

// The parts of _func that matter, and of pcHeader after its first eight bytes.
const (
	pcsp, pcfile, pcln, npcdata, cuOffset, startLine, pcdata = 16, 20, 24, 28, 32, 36, 44

	nfunc, pctabOffset, pclnOffset = 0, 6, 7
)

// dropLines blanks the tables that tell a panic's report the file and line of each
// instruction: an eighth of the program, and nobody reads the report in a reader's
// browser. Functions keep their names.
func (m memory) dropLines() error {
	start := bytes.Index(m.bytes, []byte{0xf1, 0xff, 0xff, 0xff, 0, 0, 1, 8})
	if start < 0 {
		return errors.New("the program has no table of functions")
	}
	table := m.bytes[start:]
	header := func(i int) int { return int(binary.LittleEndian.Uint64(table[8+8*i:])) }
	functions, offsets, tables := table[header(pclnOffset):], header(pctabOffset), header(pclnOffset)
	needed := map[uint32]bool{0: true}
	var lines []uint32
	for i := range header(nfunc) {
		f := functions[binary.LittleEndian.Uint32(functions[8*i+4:]):]
		field := func(at int) uint32 { return binary.LittleEndian.Uint32(f[at:]) }
		needed[field(pcsp)] = true
		for j := range int(field(npcdata)) {
			needed[field(pcdata+4*j)] = true
		}
		lines = append(lines, field(pcfile), field(pcln))
		for _, at := range []int{pcfile, pcln, startLine} {
			binary.LittleEndian.PutUint32(f[at:], 0)
		}
		binary.LittleEndian.PutUint32(f[cuOffset:], ^uint32(0)) // the runtime's word for none
	}
	for _, offset := range lines {
		if !needed[offset] { // equal tables are one
			needed[offset] = true
			clear(pairs(table[offsets+int(offset) : tables]))
		}
	}
	return nil
}

// pairs is the table of pairs of numbers that something begins with: it ends where
// the first of a pair is 0, the very first pair apart.
func pairs(table []byte) []byte {
	r := reader(table)
	for first := true; ; first = false {
		if r.number() == 0 && !first {
			return table[:len(table)-len(r)]
		}
		r.number()
	}
}
