package syntax

// oracle tells what a step loses of the right tree (Goldberg and Nivre 2013):
// the dependencies that can no longer be found after it.
type oracle struct {
	heads      []int32 // by word; the root is the place behind the last
	dependents [][]int32
}

func (o *oracle) reset(heads []int32) {
	o.heads = heads
	for len(o.dependents) < len(heads)+1 {
		o.dependents = append(o.dependents, nil)
	}
	for i := range o.dependents {
		o.dependents[i] = o.dependents[i][:0]
	}
	for d, h := range heads {
		o.dependents[h] = append(o.dependents[h], int32(d))
	}
}

// cost is the number of right dependencies that a loses in s.
func (o *oracle) cost(s *state, a action) int {
	if a == shift {
		return o.costOfShift(s)
	}
	top := s.at(0)
	lost := 0
	for _, d := range o.dependents[top] {
		if d >= s.next {
			lost++
		}
	}
	switch head := o.heads[top]; {
	case a == leftward && (head == s.at(1) || head > s.next):
		lost++
	case a == rightward && head >= s.next:
		lost++
	}
	return lost
}

// costOfShift counts the head of the next word below the top of the stack, and
// its dependents on the stack.
func (o *oracle) costOfShift(s *state) int {
	lost := 0
	head := o.heads[s.next]
	if head < s.next && head != s.at(0) && s.nodes[head].head < 0 {
		lost++
	}
	for _, d := range o.dependents[s.next] {
		if d < s.next && s.nodes[d].head < 0 {
			lost++
		}
	}
	return lost
}
