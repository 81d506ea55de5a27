package main

import "runtime"

// pack rewrites a module so that it compresses better.
func pack(built []byte) ([]byte, error) {
	list, err := sections(built)
	if err != nil {
		return nil, err
	}
	for i, s := range list {
		if s.id != data {
			continue
		}
		m, err := readMemory(s.body)
		if err != nil {
			return nil, err
		}
		if err := m.dropLines(runtime.Version()); err != nil {
			return nil, err
		}
		list[i].body = m.section()
	}
	return module(list), nil
}
