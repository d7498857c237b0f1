package intake

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"path"
	"regexp"
	"strconv"
	"strings"

	"hearsay"
)

// fromLine parts the messages of an mbox: "From ", a sender, and a time.
var fromLine = regexp.MustCompile(`^From \S.*\d{1,2}:\d{2}.*\d{4}|^From \S+ .*\b(?:19|20)\d\d\b|^From \S+@\S+\s*$|^From MAILER-DAEMON`)

func looksLikeMbox(head []byte) bool {
	first, rest, _ := bytes.Cut(head, []byte("\n"))
	return fromLine.Match(first) && looksLikeMail(rest, true)
}

// readMbox reads each message of a mailbox, as "box.mbox#message-id". A file
// named like a single mail that holds one is that mail.
func (r *Reader) readMbox(in Input, yield Yield) {
	box := &mbox{from: bufio.NewReaderSize(in.reader(), 64<<10)}
	going := true
	pass := func(rep *hearsay.Report, err error) bool {
		going = going && yield(rep, err)
		return going
	}
	var names ids
	for n := 1; going; n++ {
		raw, err := box.next()
		switch {
		case err == io.EOF:
			return
		case errors.Is(err, errLongMail):
			pass(nil, tooLarge(itemPath(in.Path, strconv.Itoa(n)), maxRecord))
		case err != nil:
			pass(nil, unreadable(in.Path, err))
			return
		case n == 1 && box.done && strings.EqualFold(path.Ext(in.Path), ".eml"):
			in.Bytes, in.stream = raw, nil
			r.readMail(in, pass)
		default:
			r.readBoxed(in, raw, n, &names, pass)
		}
	}
}

func (r *Reader) readBoxed(in Input, raw []byte, n int, names *ids, yield Yield) {
	header, _ := cutHeader(raw)
	field := headerFields(header)
	id := messageID(field["message-id"])
	if id == "" {
		id = strconv.Itoa(n)
	}
	mail := Input{
		Path:    itemPath(in.Path, names.unique(strings.ToValidUTF8(id, "\uFFFD"))),
		Bytes:   raw,
		ModTime: in.ModTime,
		Depth:   in.Depth + 1,
		budget:  in.budget,
	}
	answers := messageID(field["in-reply-to"])
	r.readMail(mail, func(rep *hearsay.Report, err error) bool {
		if rep != nil && rep.Path == mail.Path && strings.Contains(answers, "@") {
			rep.ReplyTo = itemPath(in.Path, answers)
		}
		return yield(rep, err)
	})
}

var errLongMail = errors.New("mail too large")

// mbox parts a mailbox into messages.
type mbox struct {
	from    *bufio.Reader
	started bool
	done    bool
}

// next is the next message without its From line, io.EOF after the last one.
func (b *mbox) next() ([]byte, error) {
	var msg []byte
	empty, long := true, false // the line before was empty
	for !b.done {
		line, err := b.from.ReadSlice('\n')
		starts := empty && bytes.HasPrefix(line, []byte("From ")) && fromLine.Match(line)
		empty = len(bytes.TrimRight(line, "\r\n")) == 0
		if err == io.EOF {
			b.done = true
		} else if err != nil && !errors.Is(err, bufio.ErrBufferFull) {
			return nil, err
		}
		switch {
		case starts && !b.started:
			b.started = true
			continue
		case starts:
			return whole(msg, long)
		case len(msg)+len(line) > maxRecord:
			long = true
		default:
			msg = append(msg, unescaped(line)...)
		}
	}
	if len(bytes.TrimSpace(msg)) == 0 {
		return nil, io.EOF
	}
	return whole(msg, long)
}

// whole takes off the empty line that parts a message from the next one.
func whole(msg []byte, long bool) ([]byte, error) {
	if long {
		return nil, errLongMail
	}
	msg, cut := bytes.CutSuffix(msg, []byte("\r\n\r\n"))
	if cut {
		return append(msg, "\r\n"...), nil
	}
	msg, cut = bytes.CutSuffix(msg, []byte("\n\n"))
	if cut {
		msg = append(msg, '\n')
	}
	return msg, nil
}

// unescaped takes off the mark that keeps a line of text from being taken for
// the beginning of a message.
func unescaped(line []byte) []byte {
	if rest := bytes.TrimLeft(line, ">"); len(rest) < len(line) && bytes.HasPrefix(rest, []byte("From ")) {
		return line[1:]
	}
	return line
}
