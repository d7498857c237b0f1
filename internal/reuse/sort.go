package reuse

// Shingles are sorted a range of hashes at a time, so that not all of them are
// held twice, and by counting, since their hashes are spread evenly.

// hashRange is the hashes whose upper bits are those of one number.
type hashRange struct {
	shift uint // of a hash, to its upper bits
	upper uint32
}

// ranges part all hashes so that each part has about a million shingles; more
// than 16 passes over them would cost more than they save.
func ranges(shingles int) []hashRange {
	bits := uint(0)
	for bits < 4 && shingles>>(20+bits) > 0 {
		bits++
	}
	list := make([]hashRange, 1<<bits)
	for i := range list {
		list[i] = hashRange{32 - bits, uint32(i)}
	}
	return list
}

func (r hashRange) holds(h uint32) bool { return uint64(h)>>r.shift == uint64(r.upper) }

// sorter keeps its memory from one range to the next.
type sorter struct {
	list, other []uint64
	counts      [1 << digitBits]int32
}

const digitBits = 11

// posts are the shingles in range with the prints that have them, by both.
func (s *sorter) posts(x *index, r hashRange) []uint64 {
	s.list = s.list[:0]
	for print := range len(x.at) - 1 {
		for _, h := range x.in[x.at[print]:x.at[print+1]] {
			if r.holds(h) {
				s.list = append(s.list, uint64(h)<<32|uint64(print))
			}
		}
	}
	if cap(s.other) < len(s.list) {
		s.other = make([]uint64, len(s.list)+len(s.list)/8)
	}
	for shift := uint(32); shift < 64; shift += digitBits {
		s.byDigit(shift)
	}
	return s.list
}

// byDigit sorts by one digit of the hash and leaves equal ones in their order.
func (s *sorter) byDigit(shift uint) {
	clear(s.counts[:])
	for _, v := range s.list {
		s.counts[v>>shift&(1<<digitBits-1)]++
	}
	at := int32(0)
	for d, n := range s.counts {
		s.counts[d], at = at, at+n
	}
	sorted := s.other[:len(s.list)]
	for _, v := range s.list {
		d := v >> shift & (1<<digitBits - 1)
		sorted[s.counts[d]] = v
		s.counts[d]++
	}
	s.list, s.other = sorted, s.list[:cap(s.list)]
}
