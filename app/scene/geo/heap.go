package geo

// heap is a binary heap of point indexes, the least weight on top, whose weights may change. container/heap would do; its
// interface calls cost a tenth more time on the overview (measured natively), and nothing on a close view.
type heap struct {
	order  []int32   // the heap: point indexes
	place  []int32   // where in order a point is, -1 when it was removed
	weight []float64 // by point
}

func newHeap(n int, weight func(int32) float64) *heap {
	h := &heap{make([]int32, n), make([]int32, n), make([]float64, n)}
	for i := range h.order {
		h.order[i], h.place[i], h.weight[i] = int32(i), int32(i), weight(int32(i))
	}
	for i := n/2 - 1; i >= 0; i-- {
		h.down(i)
	}
	return h
}

func (h *heap) least() (int32, float64) { return h.order[0], h.weight[h.order[0]] }

// remove takes the least away.
func (h *heap) remove() {
	last := len(h.order) - 1
	h.place[h.order[0]] = -1
	h.order[0] = h.order[last]
	h.order = h.order[:last]
	if last > 0 {
		h.place[h.order[0]] = 0
		h.down(0)
	}
}

func (h *heap) update(i int32, weight float64) {
	old := h.weight[i]
	h.weight[i] = weight
	if weight < old {
		h.up(int(h.place[i]))
	} else {
		h.down(int(h.place[i]))
	}
}

// less breaks ties by index, so that a drawing is the same on every machine.
func (h *heap) less(i, j int32) bool {
	return h.weight[i] < h.weight[j] || h.weight[i] == h.weight[j] && i < j
}

func (h *heap) up(at int) {
	for at > 0 {
		parent := (at - 1) / 2
		if !h.less(h.order[at], h.order[parent]) {
			return
		}
		h.swap(at, parent)
		at = parent
	}
}

func (h *heap) down(at int) {
	for {
		child := 2*at + 1
		if child >= len(h.order) {
			return
		}
		if child+1 < len(h.order) && h.less(h.order[child+1], h.order[child]) {
			child++
		}
		if !h.less(h.order[child], h.order[at]) {
			return
		}
		h.swap(at, child)
		at = child
	}
}

func (h *heap) swap(a, b int) {
	h.order[a], h.order[b] = h.order[b], h.order[a]
	h.place[h.order[a]], h.place[h.order[b]] = int32(a), int32(b)
}
