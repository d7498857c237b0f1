package attribution

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"strings"
	"sync"

	"hearsay/internal/linear"
)

// Model finds sources, cues and contents and joins them. It never changes, and
// may be shared. Its weights are read in place.
type Model struct {
	chain *linear.Chain
	cues  cueTable
	full  *judge // for documents with trees
	fast  *judge // and for those without
	parts [modelParts]string
}

// The parts of a model file, in their order.
const (
	partRows = iota
	partSteps
	partCues
	partFull
	partFast   = partFull + 1 + 2*fullRounds
	modelParts = partFast + 1 + 2*fastRounds
)

const (
	modelMagic      = "hearsay attribution 3\n"
	modelHeaderSize = len(modelMagic) + 4 + 4*modelParts // checksum and the lengths of the parts
)

//go:embed weights.bin
var embedded string

// Default gives the model that is part of the program, nil if the program was
// built without one. Nothing of it is copied or checked, so that it costs
// nothing to begin with.
var Default = sync.OnceValue(func() *Model {
	m, err := parseModel(embedded)
	if err != nil {
		return nil
	}
	return m
})

//go:embed open.bin
var embeddedOpen string

// Open gives the model of the program that learnt from openly licensed texts
// alone, nil if the program was built without one.
var Open = sync.OnceValue(func() *Model {
	m, err := parseModel(embeddedOpen)
	if err != nil {
		return nil
	}
	return m
})

// ReadModel reads a model that Write wrote.
func ReadModel(r io.Reader) (*Model, error) {
	b, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("attribution model: %w", err)
	}
	if len(b) >= modelHeaderSize && crc32.Checksum(b[modelHeaderSize:], castagnoli()) != binary.LittleEndian.Uint32(b[len(modelMagic):]) {
		return nil, errModelDamaged
	}
	return parseModel(string(b))
}

var errModelDamaged = errors.New("attribution model: damaged, or of another version")

func castagnoli() *crc32.Table { return crc32.MakeTable(crc32.Castagnoli) }

func parseModel(s string) (*Model, error) {
	if len(s) < modelHeaderSize || !strings.HasPrefix(s, modelMagic) {
		return nil, errModelDamaged
	}
	header, rest := []byte(s[len(modelMagic):modelHeaderSize]), s[modelHeaderSize:]
	var parts [modelParts]string
	for i := range parts {
		n := int(binary.LittleEndian.Uint32(header[4+4*i:]))
		if n > len(rest) {
			return nil, errModelDamaged
		}
		parts[i], rest = rest[:n], rest[n:]
	}
	if rest != "" {
		return nil, errModelDamaged
	}
	return newModel(parts), nil
}

func newModel(parts [modelParts]string) *Model {
	return &Model{
		chain: linear.NewChain(parts[partRows], parts[partSteps]),
		cues:  cueTable{parts[partCues]},
		full:  newJudge(parts[partFull:partFast]),
		fast:  newJudge(parts[partFast:]),
		parts: parts,
	}
}

// Write writes the model in the form that ReadModel and the embedded file have.
func (m *Model) Write(w io.Writer) error {
	body := strings.Join(m.parts[:], "")
	header := []byte(modelMagic)
	header = binary.LittleEndian.AppendUint32(header, crc32.Checksum([]byte(body), castagnoli()))
	for _, part := range m.parts {
		header = binary.LittleEndian.AppendUint32(header, uint32(len(part)))
	}
	for _, s := range []string{string(header), body} {
		if _, err := io.WriteString(w, s); err != nil {
			return fmt.Errorf("attribution model: %w", err)
		}
	}
	return nil
}
