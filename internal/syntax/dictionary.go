package syntax

import (
	"bufio"
	"bytes"
	"compress/gzip"
	_ "embed"
	"fmt"
	"strings"
)

// dictionaryFile has a word of WordNet 3.1 a line, and a letter for each open
// part of speech that it has there; dictionary.py makes it. Only the trainer
// reads it: a model holds the hashes of its words.
//
//go:embed dictionary.txt.gz
var dictionaryFile []byte

// readDictionary adds to entries of a lexicon what the dictionary says.
func readDictionary(entries map[uint32]uint32) error {
	unpacked, err := gzip.NewReader(bytes.NewReader(dictionaryFile))
	if err != nil {
		return fmt.Errorf("dictionary: %w", err)
	}
	lines := bufio.NewScanner(unpacked)
	for lines.Scan() {
		word, letters, _ := strings.Cut(lines.Text(), " ")
		for _, letter := range letters {
			entries[hashOf(word)] |= bitOf(letter)
		}
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("dictionary: %w", err)
	}
	return nil
}

func bitOf(letter rune) uint32 {
	switch letter {
	case 'n':
		return bitNoun
	case 'v':
		return bitVerb
	case 'a':
		return bitAdjective
	}
	return bitAdverb
}
