package text

import "strings"

// groupOf is the group of a mark; two straight strokes together are double.
func groupOf(r rune, t Token) group {
	switch r {
	case '"', '“', '”', '„', '‟', '＂':
		return groupDouble
	case '\'', '`':
		if t.End-t.Start == 2 {
			return groupDouble
		}
		return groupSingle
	case '‘', '’', '‚', '‛':
		return groupSingle
	case '«', '»':
		return groupGuillemet
	case '‹', '›':
		return groupAngle
	case '「', '」':
		return groupCorner
	case '『', '』':
		return groupWhiteCorner
	}
	return groupNone
}

// direction tells what a mark can do between the characters left and right.
// inside says that a quotation of its group is open, low that it was opened by
// a mark that is closed by what elsewhere opens, as in „…“ and »…«.
func direction(r, left, right rune, inside, low bool) (opens, closes bool) {
	opens, closes = opensBySpace(left, right), closesBySpace(left, right)
	switch r {
	case '„', '‚', '‟', '‛', '「', '『':
		return true, false
	case '」', '』':
		return false, true
	case '“', '‘':
		onlyCloses := closes && !opens || right == ' '
		return !(inside && (low || onlyCloses)) || opens && !closes, inside && (low || onlyCloses)
	case '«', '‹':
		return !low, low
	case '»', '›', '”':
		return !inside && opens && !closes, inside
	case '’':
		return false, left != ' ' && !isOpeningMark(left)
	case '"', '＂':
		if opens == closes { // no space on either side, or marks on both
			return true, true
		}
	}
	return opens, closes
}

// opensBySpace tells whether a mark without direction can open here.
func opensBySpace(left, right rune) bool {
	if right == ' ' || strings.ContainsRune(".,;:!?)]}", right) {
		return false
	}
	return left == ' ' || isOpeningMark(left) || isDash(left) || isQuoteMark(left) || strings.ContainsRune("-/=*_>", left)
}

// closesBySpace tells whether a mark without direction can close here.
func closesBySpace(left, right rune) bool {
	if left == ' ' || isOpeningMark(left) {
		return false
	}
	return right == ' ' || isPunctuationMark(right) || isDash(right) || isQuoteMark(right) ||
		strings.ContainsRune("-/[(*_<", right)
}

func isOpeningMark(r rune) bool { return r == '(' || r == '[' || r == '{' }

func isPunctuationMark(r rune) bool {
	return strings.ContainsRune(".,;:!?…)]}،؛؟。，！？、", r)
}
