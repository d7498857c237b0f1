package store

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/binary"
	"slices"
	"strconv"
	"strings"
)

// Which entity of which report is whom is kept twice, beside the report and
// beside the identity, each as one packed list: as rows with an index the same
// takes ten times the room.

// appendEntity writes the id of an entity of a report: the number in it, or its
// letters where it is no "e" with a number.
func appendEntity(b []byte, id string) []byte {
	digits, ok := strings.CutPrefix(id, "e")
	if n, err := strconv.ParseUint(digits, 10, 32); ok && err == nil && strconv.FormatUint(n, 10) == digits {
		return binary.AppendUvarint(b, n+1)
	}
	return append(binary.AppendUvarint(append(b, 0), uint64(len(id))), id...)
}

func (u *unpacker) entity() (string, error) {
	n, err := binary.ReadUvarint(u)
	if err != nil || n > 0 {
		return "e" + strconv.FormatUint(n-1, 10), err
	}
	size, err := binary.ReadUvarint(u)
	if err != nil {
		return "", errPacked
	}
	b, err := u.bytes(size)
	return string(b), err
}

// putMembers writes the identities of each report; members are in the order of
// their reports.
func putMembers(ctx context.Context, tx *sql.Tx, w *written, s *Settlement) error {
	var reports [][]Member
	for list := s.Members; len(list) > 0; {
		n := 1
		for n < len(list) && list[n].Report == list[0].Report {
			n++
		}
		reports, list = append(reports, list[:n]), list[n:]
	}
	key := func(of *[]Member) int64 { return (*of)[0].Report }
	return put(ctx, tx, w, rows[[]Member]{table: "identity_of", cols: "report, members", key: key, args: func(of *[]Member) ([]any, error) {
		var packed []byte
		for _, m := range *of {
			num, err := mustNumber(identityLetter, m.Identity)
			if err != nil {
				return nil, err
			}
			packed = binary.BigEndian.AppendUint64(appendEntity(packed, m.Entity), uint64(num)<<16)
			packed = packed[:len(packed)-2] // the number has 48 bits
		}
		return []any{(*of)[0].Report, packed}, nil
	}}, reports)
}

func unpackMembers(report int64, packed []byte) (list []Member, err error) {
	u := unpacker{in: packed}
	for len(u.in) > 0 {
		entity, err := u.entity()
		if err != nil {
			return nil, err
		}
		b, err := u.bytes(6)
		if err != nil {
			return nil, err
		}
		num := int64(binary.BigEndian.Uint32(b))<<16 | int64(binary.BigEndian.Uint16(b[4:]))
		list = append(list, Member{report, entity, idOf(identityLetter, num)})
	}
	return list, nil
}

// placesOf packs where each identity appears, in the order of the reports.
func placesOf(members []Member) map[string][]byte {
	places, last := map[string][]byte{}, map[string]int64{}
	for _, m := range members {
		b := binary.AppendUvarint(places[m.Identity], uint64(m.Report-last[m.Identity]))
		places[m.Identity], last[m.Identity] = appendEntity(b, m.Entity), m.Report
	}
	return places
}

func unpackPlaces(identity string, packed []byte) (list []Member, err error) {
	u := unpacker{in: packed}
	report := int64(0)
	for len(u.in) > 0 {
		step, err := binary.ReadUvarint(&u)
		if err != nil {
			return nil, err
		}
		entity, err := u.entity()
		if err != nil {
			return nil, err
		}
		report += int64(step)
		list = append(list, Member{report, entity, identity})
	}
	return list, nil
}

// MembersOf gives the entities of the reports with these numbers.
func (db *DB) MembersOf(ctx context.Context, nums []int64) ([]Member, error) {
	rows, err := db.sql.QueryContext(ctx, "SELECT report, members FROM identity_of WHERE report IN (SELECT value FROM json_each(?))", jsonArray(nums))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []Member
	for rows.Next() {
		var report int64
		var packed sql.RawBytes
		if err := rows.Scan(&report, &packed); err != nil {
			return nil, err
		}
		members, err := unpackMembers(report, packed)
		if err != nil {
			return nil, err
		}
		list = append(list, members...)
	}
	return list, rows.Err()
}

// MentionsOf gives the places where an identity appears.
func (db *DB) MentionsOf(ctx context.Context, identity string) ([]Member, error) {
	num, _ := numberOf(identityLetter, identity)
	packed, err := column[[]byte](db.sql.QueryContext(ctx, "SELECT places FROM identity WHERE num = ?", num))
	if err != nil || len(packed) == 0 {
		return nil, err
	}
	list, err := unpackPlaces(identity, packed[0])
	slices.SortFunc(list, func(a, b Member) int {
		return cmp.Or(cmp.Compare(a.Report, b.Report), cmp.Compare(a.Entity, b.Entity))
	})
	return list, err
}

// ReportsOfIdentities counts the reports that each identity appears in.
func (db *DB) ReportsOfIdentities(ctx context.Context) (map[string]int, error) {
	rows, err := db.sql.QueryContext(ctx, "SELECT num, places FROM identity")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	count := map[string]int{}
	for rows.Next() {
		var num int64
		var packed sql.RawBytes
		if err := rows.Scan(&num, &packed); err != nil {
			return nil, err
		}
		id, last := idOf(identityLetter, num), int64(0)
		places, err := unpackPlaces(id, packed)
		if err != nil {
			return nil, err
		}
		for _, p := range places {
			if p.Report != last {
				count[id]++
				last = p.Report
			}
		}
	}
	return count, rows.Err()
}
