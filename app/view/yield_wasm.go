package view

// Yield, when set, is called before every element that is built, and may let the
// page have its turn.
var Yield func()

func yield() {
	if Yield != nil {
		Yield()
	}
}
