package store

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"fmt"
	"os"
	"runtime/debug"
	"sync"
)

// What settling found out about pairs, groups and rows is kept in the case, so
// that a process that settles it after one more report need not find it out
// anew. It is always kept with a hash of all that it follows from, never with a
// place or a number that may come to mean something else, and by the program
// that wrote it alone: another build may decide otherwise.

// Kept is what the steps of settling keep, each in a form of its own.
type Kept struct {
	salt   []byte // before all that is hashed, so that nobody can write two texts of one hash
	bodies map[string][]byte
}

const saltSize = 16

func newKept() *Kept {
	k := &Kept{salt: make([]byte, saltSize), bodies: map[string][]byte{}}
	rand.Read(k.salt)
	return k
}

// Of is what a step has kept, nil if nothing.
func (k *Kept) Of(step string) []byte { return k.bodies[step] }

// Put keeps the body of a step.
func (k *Kept) Put(step string, body []byte) { k.bodies[step] = body }

// Hash stands for bytes in what is kept, by its last HashSize bytes.
func (k *Kept) Hash(b []byte) uint64 {
	h := k.row()
	h.b = append(h.b, b...)
	return h.sum()
}

// rowHash is the bytes of what is hashed, behind the salt.
type rowHash struct {
	salt int
	b    []byte
}

func (k *Kept) row() *rowHash { return &rowHash{len(k.salt), append(make([]byte, 0, 512), k.salt...)} }

// sum is the hash of what was written since the last one.
func (h *rowHash) sum() uint64 {
	s := sha256.Sum256(h.b)
	h.b = h.b[:h.salt]
	return binary.BigEndian.Uint64(s[:]) >> (64 - 8*HashSize)
}

// HashSize is how many bytes a hash has.
const HashSize = 6

// writerStep is the row that says who wrote the others, with the salt.
const writerStep = ""

// Kept is what the case keeps, nothing if another program wrote it.
func (db *DB) Kept(ctx context.Context) (*Kept, error) {
	rows, err := db.sql.QueryContext(ctx, "SELECT step, body FROM kept")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	k := &Kept{bodies: map[string][]byte{}}
	for rows.Next() {
		var step string
		var body []byte
		if err := rows.Scan(&step, &body); err != nil {
			return nil, err
		}
		k.bodies[step] = body
	}
	writer := k.bodies[writerStep]
	delete(k.bodies, writerStep)
	if program() == "" || len(writer) < saltSize || string(writer[saltSize:]) != program() {
		return newKept(), rows.Err()
	}
	k.salt = writer[:saltSize:saltSize]
	return k, rows.Err()
}

// putKept writes all that is kept in the place of what was.
func putKept(ctx context.Context, tx *sql.Tx, k *Kept) error {
	if _, err := tx.ExecContext(ctx, "DELETE FROM kept"); err != nil || program() == "" {
		return err
	}
	k.bodies[writerStep] = append(k.salt[:len(k.salt):len(k.salt)], program()...)
	defer delete(k.bodies, writerStep)
	for step, body := range k.bodies {
		if _, err := tx.ExecContext(ctx, "INSERT INTO kept(step, body) VALUES (?, ?)", step, body); err != nil {
			return err
		}
	}
	return nil
}

// program tells this build of the program from others, as well as its file
// does; it is "" if the file cannot be asked.
var program = sync.OnceValue(func() string {
	path, err := os.Executable()
	if err != nil {
		return ""
	}
	file, err := os.Stat(path)
	if err != nil {
		return ""
	}
	build, _ := debug.ReadBuildInfo()
	sum := sha256.Sum256(fmt.Appendln(nil, build, file.Size(), file.ModTime().UnixNano()))
	return string(sum[:])
})
