package main

import (
	"go/ast"
	"go/token"
)

// pkg is a package's syntax. Shaking it drops every declaration that is not needed,
// by name alone: what shares its name with something needed stays, and what is
// missing all the same does not compile.
type pkg struct {
	fset  *token.FileSet
	files map[string]*ast.File // by name
	// named are the names that are used, by the program or by what is kept.
	named map[string]bool
}

// shake drops what is reached neither from the names that the program uses nor from
// an init function.
func (p *pkg) shake(program map[string]bool) {
	for {
		p.named = map[string]bool{}
		for name := range program {
			p.named[name] = true
		}
		for p.name() {
		}
		if !p.dropUnread() {
			break
		}
	}
	for _, file := range p.files {
		file.Decls = p.kept(file)
	}
}

// name adds the names used by what is kept so far and reports whether there were
// new ones.
func (p *pkg) name() bool {
	before := len(p.named)
	for path, file := range p.files {
		for _, d := range p.kept(file) {
			p.use(d, slender[path])
		}
	}
	return len(p.named) > before
}

// kept are the needed declarations of a file.
func (p *pkg) kept(file *ast.File) []ast.Decl {
	var decls []ast.Decl
	for _, d := range file.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if p.needs(d) {
				decls = append(decls, d)
			}
		case *ast.GenDecl:
			if g := p.keptSpecs(d); len(g.Specs) > 0 {
				decls = append(decls, g)
			}
		}
	}
	return decls
}

func (p *pkg) needs(d *ast.FuncDecl) bool {
	if d.Recv == nil {
		return d.Name.Name == "init" || p.named[d.Name.Name]
	}
	return p.named[receiver(d)] && (p.named[d.Name.Name] || implicit[d.Name.Name])
}

// implicit are methods that others call through interfaces which no source names.
var implicit = map[string]bool{"Error": true, "String": true, "Unwrap": true, "Is": true, "As": true}

// keptSpecs is a declaration with its needed parts. Constants stay together: one
// may count on from another.
func (p *pkg) keptSpecs(d *ast.GenDecl) *ast.GenDecl {
	kept := *d
	kept.Specs = nil
	for _, s := range d.Specs {
		if d.Tok == token.IMPORT || p.needsSpec(s) {
			kept.Specs = append(kept.Specs, s)
		}
	}
	if d.Tok == token.CONST && len(kept.Specs) > 0 {
		kept.Specs = d.Specs
	}
	return &kept
}

func (p *pkg) needsSpec(s ast.Spec) bool {
	switch s := s.(type) {
	case *ast.TypeSpec:
		return p.named[s.Name.Name]
	case *ast.ValueSpec:
		for _, n := range s.Names {
			if p.named[n.Name] || n.Name == "_" {
				return true
			}
		}
	}
	return false
}

// use adds the names that a declaration uses. What it declares itself is not a use.
func (p *pkg) use(n ast.Node, slender bool) {
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			if n.Recv != nil {
				p.use(n.Recv, slender)
			}
			p.use(n.Type, slender)
			if n.Body != nil {
				p.use(n.Body, slender)
			}
			return false
		case *ast.TypeSpec:
			if n.TypeParams != nil {
				p.use(n.TypeParams, slender)
			}
			p.use(n.Type, slender)
			return false
		case *ast.ValueSpec:
			if n.Type != nil {
				p.use(n.Type, slender)
			}
			for _, v := range n.Values {
				p.use(v, slender)
			}
			return false
		case *ast.InterfaceType:
			p.useInterface(n, slender)
			return false
		case *ast.Field:
			p.use(n.Type, slender)
			return false
		case *ast.KeyValueExpr:
			if _, plain := n.Key.(*ast.Ident); !plain {
				p.use(n.Key, slender)
			}
			p.use(n.Value, slender)
			return false
		case *ast.Ident:
			p.named[n.Name] = true
		}
		return true
	})
}

// useInterface adds what an interface asks of those who implement it. A slender one
// loses the methods that nobody names.
func (p *pkg) useInterface(t *ast.InterfaceType, slender bool) {
	for _, m := range t.Methods.List {
		if len(m.Names) > 0 && slender && !p.named[m.Names[0].Name] {
			continue
		}
		for _, n := range m.Names {
			p.named[n.Name] = true
		}
		p.use(m.Type, slender)
	}
}

// receiver is the name of a method's type.
func receiver(d *ast.FuncDecl) string {
	t := d.Recv.List[0].Type
	if s, ok := t.(*ast.StarExpr); ok {
		t = s.X
	}
	if i, ok := t.(*ast.IndexExpr); ok {
		t = i.X
	}
	if id, ok := t.(*ast.Ident); ok {
		return id.Name
	}
	return ""
}

// dropUnread drops the private fields that are set in literals and read nowhere,
// with what they are set to, and the methods of slender interfaces that nobody
// names. It reports whether there were any fields.
func (p *pkg) dropUnread() bool {
	unread := map[string]bool{}
	for path, file := range p.files {
		for _, d := range p.kept(file) {
			ast.Inspect(d, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.StructType:
					for _, f := range n.Fields.List {
						for _, name := range f.Names {
							if name.Name != "_" && !name.IsExported() && !p.named[name.Name] {
								unread[name.Name] = true
							}
						}
					}
				case *ast.InterfaceType:
					if slender[path] {
						dropFrom(&n.Methods.List, func(m *ast.Field) bool {
							return len(m.Names) > 0 && !p.named[m.Names[0].Name]
						})
					}
				}
				return true
			})
		}
	}
	for _, file := range p.files {
		for _, d := range file.Decls {
			for field := range unread {
				cutElements(d, field, func(e *ast.KeyValueExpr) bool {
					key, ok := e.Key.(*ast.Ident)
					return ok && key.Name == field
				})
			}
		}
	}
	return len(unread) > 0
}
