package names

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"strings"
	"sync"

	"hearsay"
	"hearsay/internal/linear"
)

// Recognizer gives each word the probability that it is part of the name of a
// person, a body, a place or something else. It is a chain of labels trained
// on annotated texts; it sees what the rules made of the words. It never
// changes, and may be shared.
type Recognizer struct {
	chain        *linear.Chain
	table, steps string
}

// The labels of the chain. Two names of one kind in a row are not told apart.
const (
	outsideLabel = iota
	personLabel
	orgLabel
	placeLabel
	otherLabel
	nameLabels
)

// labelKinds are what the labels of names mean.
var labelKinds = [nameLabels]hearsay.EntityType{
	personLabel: hearsay.Person, orgLabel: hearsay.Organization, placeLabel: hearsay.Place, otherLabel: hearsay.Other,
}

const (
	recognizerMagic  = "hearsay names 1\n"
	recognizerHeader = len(recognizerMagic) + 8 // checksum, and the length of the transitions
)

//go:embed weights.bin
var embedded string

// defaultRecognizer is the one that is part of the program, nil if the program
// was built without one.
var defaultRecognizer = sync.OnceValue(func() *Recognizer {
	m, err := parseRecognizer(embedded)
	if err != nil {
		return nil
	}
	return m
})

var errRecognizerDamaged = errors.New("names model: damaged, or of another version")

// ReadRecognizer reads a recognizer that Write wrote.
func ReadRecognizer(r io.Reader) (*Recognizer, error) {
	b, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("names model: %w", err)
	}
	if len(b) < recognizerHeader || recognizerChecksum(b[recognizerHeader:]) != binary.LittleEndian.Uint32(b[len(recognizerMagic):]) {
		return nil, errRecognizerDamaged
	}
	return parseRecognizer(string(b))
}

func recognizerChecksum(b []byte) uint32 {
	return crc32.Checksum(b, crc32.MakeTable(crc32.Castagnoli))
}

func parseRecognizer(s string) (*Recognizer, error) {
	if len(s) < recognizerHeader || !strings.HasPrefix(s, recognizerMagic) {
		return nil, errRecognizerDamaged
	}
	body := s[recognizerHeader:]
	n := binary.LittleEndian.Uint32([]byte(s[recognizerHeader-4 : recognizerHeader]))
	if uint64(n) != recognizerClasses*(linear.Labels+1)*linear.Labels || uint64(n) >= uint64(len(body)) {
		return nil, errRecognizerDamaged
	}
	return &Recognizer{linear.NewChain(body[n:], body[:n]), body[n:], body[:n]}, nil
}

// Write writes the recognizer in the form that ReadRecognizer and the embedded
// file have.
func (m *Recognizer) Write(w io.Writer) error {
	body := m.steps + m.table
	head := binary.LittleEndian.AppendUint32([]byte(recognizerMagic), recognizerChecksum([]byte(body)))
	head = binary.LittleEndian.AppendUint32(head, uint32(len(m.steps)))
	if _, err := io.WriteString(w, string(head)+body); err != nil {
		return fmt.Errorf("names model: %w", err)
	}
	return nil
}

// labelled are the probabilities of the labels of each token of a report.
type labelled []linear.Row

// label gives the tokens of the report their probabilities; those outside of
// sentences have none.
func (m *Recognizer) label(rd *reading) labelled {
	out := make(labelled, len(rd.words))
	f := newNameFeatures(rd)
	var l linear.Lattice
	for s, sentence := range rd.doc.Sentences {
		if sentence.First >= sentence.Last || rd.sentence[sentence.First] != int32(s) || !f.hasCapital(sentence.First, sentence.Last) {
			continue
		}
		l.Resize(sentence.Last - sentence.First)
		f.each(sentence.First, sentence.Last, func(i int, features []linear.Feature, class uint8) {
			m.chain.Score(&l, i-sentence.First, features)
			l.Class[i-sentence.First] = class
		})
		m.chain.Sum(&l)
		for i := sentence.First; i < sentence.Last; i++ {
			out[i] = l.Marginal(i - sentence.First)
		}
	}
	return out
}

// best is the likeliest label of a token.
func (l labelled) best(i int) int {
	best := outsideLabel
	for y := range nameLabels {
		if l[i][y] > l[i][best] {
			best = y
		}
	}
	return best
}
