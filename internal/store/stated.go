package store

import (
	"context"
	"database/sql"
	"encoding/binary"
	"fmt"

	"hearsay"
)

// Stated is what a report states by itself: the statements of its analysis and
// the drafts of what they say. Only settling asks for it, and late, so that it
// is not in memory before.
type Stated struct {
	Num        int64
	Statements []hearsay.Statement
	Drafts     []string
}

// putStated writes the statements, deflated behind the text in which their names
// stand, and the terms of the drafts, each behind its length.
func putStated(ctx context.Context, tx *sql.Tx, press *deflater, text []byte, a Analysed, terms *termWriter) error {
	packed, err := pack(&a.Statements)
	if err != nil {
		return err
	}
	pressed, err := press.deflateBehind(text, packed)
	if err != nil {
		return err
	}
	body := append(binary.AppendUvarint(nil, uint64(len(pressed))), pressed...)
	for _, d := range a.Drafts {
		packed := terms.pack(d)
		body = append(binary.AppendUvarint(body, uint64(len(packed))), packed...)
	}
	_, err = tx.ExecContext(ctx, "INSERT OR REPLACE INTO stated(report, body) VALUES (?, ?)", a.Num, body)
	return err
}

// Stated gives what the reports with these numbers state, in the order of the
// numbers.
func (db *DB) Stated(ctx context.Context, nums []int64) ([]Stated, error) {
	rows, err := db.sql.QueryContext(ctx,
		"SELECT report, body, text FROM stated JOIN report ON num = report WHERE report IN (SELECT value FROM json_each(?)) ORDER BY report", jsonArray(nums))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []Stated
	var packed [][]byte
	var press, ofText inflater
	for rows.Next() {
		var s Stated
		var body []byte
		var text sql.RawBytes
		if err := rows.Scan(&s.Num, &body, &text); err != nil {
			return nil, err
		}
		words, err := ofText.inflate(text)
		if err != nil {
			return nil, fmt.Errorf("report %d: %w", s.Num, err)
		}
		drafts, err := s.unpack(&press, words, body)
		if err != nil {
			return nil, fmt.Errorf("statements of report %d: %w", s.Num, err)
		}
		list, packed = append(list, s), append(packed, drafts...)
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	spelled, err := db.spell(ctx, packed)
	if err != nil {
		return nil, err
	}
	for i := range list {
		n := copy(list[i].Drafts, spelled)
		spelled = spelled[n:]
	}
	return list, nil
}

// unpack reads the statements, and the drafts as they are packed.
func (s *Stated) unpack(press *inflater, text, body []byte) (drafts [][]byte, err error) {
	u := unpacker{in: body}
	for first := true; len(u.in) > 0; first = false {
		size, err := binary.ReadUvarint(&u)
		if err != nil {
			return nil, err
		}
		part, err := u.bytes(size)
		if err != nil {
			return nil, err
		}
		if !first {
			drafts = append(drafts, part)
			continue
		}
		statements, err := press.inflateBehind(text, part)
		if err != nil {
			return nil, err
		}
		if err := unpack(statements, &s.Statements); err != nil {
			return nil, err
		}
	}
	s.Drafts = make([]string, len(drafts))
	return drafts, nil
}
