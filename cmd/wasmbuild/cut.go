package main

import (
	"go/ast"
	"slices"
)

// cut removes every field, element of a literal and statement that names what is
// cut, and the loops and conditions that are left with nothing to do. Whatever else
// names it does not compile. It reports whether there was anything.
func (p *pkg) cut(name string) bool {
	found := false
	for _, file := range p.files {
		for _, d := range file.Decls {
			element := func(e *ast.KeyValueExpr) bool { return names(e, name) }
			for cutElements(d, name, element) || cutStatements(d, name) {
				found = true
			}
		}
	}
	return found
}

// cutElements removes a field of structs, and the elements of literals that are told
// to go with it.
func cutElements(d ast.Node, field string, element func(*ast.KeyValueExpr) bool) bool {
	cut := false
	ast.Inspect(d, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CompositeLit:
			cut = dropFrom(&n.Elts, func(e ast.Expr) bool {
				pair, ok := e.(*ast.KeyValueExpr)
				return ok && element(pair)
			}) || cut
		case *ast.StructType:
			cut = dropField(n, field) || cut
		}
		return true
	})
	return cut
}

func cutStatements(d ast.Node, name string) bool {
	cut := false
	drop := func(s ast.Stmt) bool {
		if r, ok := s.(*ast.RangeStmt); ok && names(r.X, name) {
			return true
		}
		if c, ok := s.(*ast.CaseClause); ok && len(c.List) > 0 {
			cut = dropFrom(&c.List, func(e ast.Expr) bool { return names(e, name) }) || cut
			return len(c.List) == 0
		}
		return simple(s) && names(s, name) || hollow(s)
	}
	ast.Inspect(d, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BlockStmt:
			cut = dropFrom(&n.List, drop) || cut
		case *ast.CaseClause:
			cut = dropFrom(&n.Body, drop) || cut
		}
		return true
	})
	return cut
}

// simple tells the statements that can go without leaving a hole.
func simple(s ast.Stmt) bool {
	switch s.(type) {
	case *ast.ExprStmt, *ast.AssignStmt, *ast.DeclStmt, *ast.DeferStmt, *ast.GoStmt:
		return true
	}
	return false
}

// hollow tells the loops and conditions in which nothing is done.
func hollow(s ast.Stmt) bool {
	switch s := s.(type) {
	case *ast.RangeStmt:
		return len(s.Body.List) == 0
	case *ast.IfStmt:
		otherwise, block := s.Else.(*ast.BlockStmt)
		return len(s.Body.List) == 0 && (s.Else == nil || block && len(otherwise.List) == 0)
	}
	return false
}

// names tells whether a part of the syntax has a name in it.
func names(n ast.Node, name string) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && id.Name == name {
			found = true
		}
		return !found
	})
	return found
}

// dropField removes a field of a struct.
func dropField(t *ast.StructType, name string) bool {
	cut := false
	for _, f := range t.Fields.List {
		if len(f.Names) > 0 {
			cut = dropFrom(&f.Names, func(n *ast.Ident) bool { return n.Name == name }) || cut
			if len(f.Names) == 0 {
				f.Type = nil
			}
		}
	}
	return dropFrom(&t.Fields.List, func(f *ast.Field) bool { return f.Type == nil }) || cut
}

// dropFrom removes what is to be dropped from a list and reports whether there was
// any.
func dropFrom[T any](list *[]T, drop func(T) bool) bool {
	before := len(*list)
	*list = slices.DeleteFunc(*list, drop)
	return len(*list) < before
}
