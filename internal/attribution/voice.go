package attribution

// voice reads the report in the voice that its form gives it: a letter's body
// is its signatory's, any other report speaks for itself.
func (s *scanner) voice() {
	s.paragraphs(0, len(s.doc.Blocks), -1)
}

func foldUpper(w string) string {
	b := []byte(w)
	for i, c := range b {
		if 'a' <= c && c <= 'z' {
			b[i] = c - 32
		}
	}
	return string(b)
}
