// Package browser runs the explainer in a web browser: it reads the page's data,
// mounts the component tree on the page, and turns clicks and the history into
// states. It is the only package of the explainer that imports syscall/js.
package browser
