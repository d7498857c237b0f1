package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"slices"
	"time"

	"hearsay"
)

// storedDate is a hearsay.Date with its precision; the printed form has none.
type storedDate struct {
	Time      time.Time         `json:"time,omitzero"`
	Precision hearsay.Precision `json:"precision,omitempty"`
	Zoned     bool              `json:"zoned,omitempty"`
}

func stored(d hearsay.Date) storedDate { return storedDate(d) }

func (d storedDate) date() hearsay.Date { return hearsay.Date(d) }

// jsonArray is the parameter of a json_each: one bound value for many.
func jsonArray[T any](values []T) string {
	b, err := json.Marshal(values)
	if err != nil || values == nil {
		return "[]"
	}
	return string(b)
}

// shorter tells whether a table has no more rows than a list has numbers: such a
// table is read faster as a whole than by the list.
func (db *DB) shorter(ctx context.Context, table string, nums []int64) (bool, error) {
	var rows int
	err := db.sql.QueryRowContext(ctx, "SELECT count(*) FROM (SELECT 1 FROM "+table+" LIMIT ?)", len(nums)+1).Scan(&rows)
	return rows <= len(nums), err
}

// among keeps the values of a list of which all numbers are among nums, and all
// of them if nums is nil.
func among[T any](list []T, nums []int64, of func(*T) []int64) []T {
	if nums == nil {
		return list
	}
	asked := make(map[int64]bool, len(nums))
	for _, num := range nums {
		asked[num] = true
	}
	return slices.DeleteFunc(list, func(v T) bool {
		return slices.ContainsFunc(of(&v), func(num int64) bool { return !asked[num] })
	})
}

// column collects a query of one column.
func column[T any](rows *sql.Rows, err error) ([]T, error) {
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []T
	for rows.Next() {
		var v T
		if err := rows.Scan(&v); err != nil {
			return nil, err
		}
		list = append(list, v)
	}
	return list, rows.Err()
}

// bodies collects a query whose one column is packed.
func bodies[T any](rows *sql.Rows, err error) ([]T, error) {
	raw, err := column[[]byte](rows, err)
	if err != nil {
		return nil, err
	}
	list := make([]T, len(raw))
	for i, b := range raw {
		if err := unpack(b, &list[i]); err != nil {
			return nil, err
		}
	}
	return list, nil
}
