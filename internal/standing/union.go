package standing

// unionFind joins strings into groups; the root of a group is its smallest
// member, whatever the order of joining.
type unionFind map[string]string

func (u unionFind) find(x string) string {
	parent, ok := u[x]
	if !ok || parent == x {
		return x
	}
	root := u.find(parent)
	u[x] = root
	return root
}

func (u unionFind) join(a, b string) {
	a, b = u.find(a), u.find(b)
	if a == b {
		return
	}
	if b < a {
		a, b = b, a
	}
	u[b] = a
}
