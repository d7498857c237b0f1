package syntax

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"strings"
)

// Model tags and lemmatises. It never changes, and may be shared.
type Model struct {
	table   table
	lexicon lexicon
	lemmas  map[lemmaKey]string
	parts   parts
}

// parts are the sections of a model file, in their order.
type parts struct {
	weights string // the slots of the table
	words   string // the slots of the lexicon
	lemmas  string // lines "word TAB tag number TAB lemma", sorted
}

const (
	magic      = "hearsay syntax 2\n"
	headerSize = len(magic) + 4 + 3*4 // checksum and the lengths of the parts
)

//go:embed weights.bin
var embedded string

// Load gives the model that is part of the program. It costs a checksum over
// the weights; keep what it returns.
func Load() (*Model, error) { return parse(embedded) }

// Read reads a model that Write wrote.
func Read(r io.Reader) (*Model, error) {
	b, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("syntax model: %w", err)
	}
	return parse(string(b))
}

var errDamaged = errors.New("syntax model: damaged, or of another version")

func parse(s string) (*Model, error) {
	if len(s) < headerSize || !strings.HasPrefix(s, magic) {
		return nil, errDamaged
	}
	header, body := []byte(s[len(magic):headerSize]), s[headerSize:]
	var p parts
	rest := body
	for i, part := range []*string{&p.weights, &p.words, &p.lemmas} {
		n := int(binary.LittleEndian.Uint32(header[4+4*i:]))
		if n > len(rest) {
			return nil, errDamaged
		}
		*part, rest = rest[:n], rest[n:]
	}
	sum := crc32.New(crc32.MakeTable(crc32.Castagnoli))
	io.WriteString(sum, body)
	if rest != "" || sum.Sum32() != binary.LittleEndian.Uint32(header) {
		return nil, errDamaged
	}
	return newModel(p)
}

func newModel(p parts) (*Model, error) {
	if len(p.weights)%slotSize != 0 || len(p.words)%entrySize != 0 {
		return nil, errDamaged
	}
	lemmas, err := readLemmas(p.lemmas)
	if err != nil {
		return nil, err
	}
	return &Model{table: newTable(p.weights), lexicon: newLexicon(p.words), lemmas: lemmas, parts: p}, nil
}

// Write writes the model in the form that Read and the embedded file have.
func (m *Model) Write(w io.Writer) error {
	body := m.parts.weights + m.parts.words + m.parts.lemmas
	header := []byte(magic)
	header = binary.LittleEndian.AppendUint32(header, crc32.Checksum([]byte(body), crc32.MakeTable(crc32.Castagnoli)))
	for _, part := range []string{m.parts.weights, m.parts.words, m.parts.lemmas} {
		header = binary.LittleEndian.AppendUint32(header, uint32(len(part)))
	}
	if _, err := w.Write(header); err != nil {
		return fmt.Errorf("syntax model: %w", err)
	}
	if _, err := io.WriteString(w, body); err != nil {
		return fmt.Errorf("syntax model: %w", err)
	}
	return nil
}
