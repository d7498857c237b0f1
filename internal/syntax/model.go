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

// Model tags, parses and lemmatises. It never changes, and may be shared.
type Model struct {
	tags      table
	lexicon   lexicon
	lemmas    map[lemmaKey]string
	steps     stepTable
	relations table
	parts     parts
}

// parts are the sections of a model file.
type parts struct {
	tags      string // the table of tags
	words     string // the lexicon
	lemmas    string // lines "word TAB tag number TAB lemma", sorted
	steps     string // the table of the parser's steps
	relations string // the table of relations
}

const partCount = 5

// inOrder are the sections as they stand in the file.
func (p *parts) inOrder() [partCount]*string {
	return [...]*string{&p.tags, &p.words, &p.lemmas, &p.steps, &p.relations}
}

const (
	magic      = "hearsay syntax 4\n"
	headerSize = len(magic) + 4 + 4*partCount // checksum and the lengths of the parts
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
	for i, part := range p.inOrder() {
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
	m := &Model{parts: p}
	var words, tags, steps, relations bool
	m.lexicon, words = newLexicon(p.words)
	m.tags, tags = newTable(p.tags, tagCount)
	m.steps, steps = newStepTable(p.steps)
	m.relations, relations = newTable(p.relations, relationCount)
	if !words || !tags || !steps || !relations {
		return nil, errDamaged
	}
	var err error
	m.lemmas, err = readLemmas(p.lemmas)
	return m, err
}

// Write writes the model in the form that Read and the embedded file have.
func (m *Model) Write(w io.Writer) error {
	sum := crc32.New(crc32.MakeTable(crc32.Castagnoli))
	var lengths []byte
	for _, part := range m.parts.inOrder() {
		io.WriteString(sum, *part)
		lengths = binary.LittleEndian.AppendUint32(lengths, uint32(len(*part)))
	}
	header := binary.LittleEndian.AppendUint32([]byte(magic), sum.Sum32())
	if _, err := w.Write(append(header, lengths...)); err != nil {
		return fmt.Errorf("syntax model: %w", err)
	}
	for _, part := range m.parts.inOrder() {
		if _, err := io.WriteString(w, *part); err != nil {
			return fmt.Errorf("syntax model: %w", err)
		}
	}
	return nil
}
