package intake

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"io"
	"strconv"
	"strings"

	"github.com/andybalholm/brotli"

	"hearsay"
)

// response is a captured page, unpacked.
type response struct {
	status      int // of HTTP; 200 where the record is no HTTP message
	contentType string
	body        []byte
}

// isPage tells whether the response is a page that was delivered. A type that
// is not given, or says nothing, is left to the content.
func (r *response) isPage() bool {
	if r.status != 0 && r.status/100 != 2 {
		return false
	}
	switch mediaType(r.contentType) {
	case "", "application/octet-stream", "application/http", "unknown", "no-type":
		return looksLikeHTML(sniffHead(r.body))
	}
	return isPageType(r.contentType)
}

// response takes the page out of a record: the block itself, or the body of
// the HTTP message that it is.
func (rec *record) response(place string) (*response, error) {
	if !bytes.HasPrefix(rec.block, []byte("HTTP/")) {
		return &response{contentType: rec.contentType, body: rec.block}, nil
	}
	header, body := cutHeader(rec.block)
	field := headerFields(header)
	resp := &response{status: statusOf(header), contentType: field["content-type"], body: body}
	if !resp.worthUnpacking() {
		return resp, nil
	}
	if strings.Contains(strings.ToLower(field["transfer-encoding"]), "chunked") {
		var err error
		if body, err = unchunk(body); err != nil {
			return nil, badBody(place, err)
		}
	}
	var err error
	if resp.body, err = decode(body, field["content-encoding"]); err != nil {
		return nil, badBody(place, err)
	}
	return resp, nil
}

// worthUnpacking spares the work for pictures and error pages, and the
// problems that their bodies may have.
func (r *response) worthUnpacking() bool {
	t := mediaType(r.contentType)
	return (r.status == 0 || r.status/100 == 2) &&
		(isPageType(t) || t == "" || t == "application/octet-stream")
}

func badBody(place string, err error) error {
	return hearsay.Errorf(hearsay.CodeUnreadable, place, "the captured page cannot be unpacked: %w", err).
		Do("get the archive again if this page matters; the other records were read")
}

// cutHeader parts an HTTP message at its first empty line.
func cutHeader(block []byte) (header, body []byte) {
	for i := 0; i < len(block); {
		n := bytes.IndexByte(block[i:], '\n')
		if n < 0 {
			break
		}
		line := block[i : i+n]
		i += n + 1
		if len(bytes.TrimRight(line, "\r")) == 0 {
			return block[:i], block[i:]
		}
	}
	return block, nil
}

// statusOf reads "HTTP/1.1 200 OK"; 0 if it is not like that.
func statusOf(header []byte) int {
	line, _, _ := bytes.Cut(header, []byte("\n"))
	fields := strings.Fields(string(line))
	if len(fields) < 2 {
		return 0
	}
	status, err := strconv.Atoi(fields[1])
	if err != nil {
		return 0
	}
	return status
}

var errChunks = errors.New("its transfer chunks are broken")

// unchunk undoes the chunked transfer coding. Many programs that write
// archives undo it themselves and leave the header: a body that does not
// begin with a chunk is taken as it is.
func unchunk(body []byte) ([]byte, error) {
	var out []byte
	for rest := body; ; {
		size, after, ok := chunkSize(rest)
		switch {
		case !ok && len(out) == 0:
			return body, nil
		case !ok || size > len(after):
			return nil, errChunks
		case size == 0:
			return out, nil
		}
		out = append(out, after[:size]...)
		rest = bytes.TrimPrefix(bytes.TrimPrefix(after[size:], []byte("\r")), []byte("\n"))
		if len(rest) == 0 {
			return nil, errChunks
		}
	}
}

// chunkSize reads "1a2b; extension" and its line end.
func chunkSize(b []byte) (size int, after []byte, ok bool) {
	line, after, found := bytes.Cut(b, []byte("\n"))
	if !found || len(line) > 1<<10 {
		return 0, nil, false
	}
	digits, _, _ := bytes.Cut(line, []byte(";"))
	n, err := strconv.ParseUint(string(bytes.TrimSpace(digits)), 16, 31)
	return int(n), after, err == nil
}

// decode undoes the content codings, the last one applied first. A body that
// is not what its header says is taken as it is: it was unpacked before it
// was stored.
func decode(body []byte, codings string) ([]byte, error) {
	list := strings.Split(codings, ",")
	for i := len(list) - 1; i >= 0; i-- {
		r, err := decoder(strings.ToLower(strings.TrimSpace(list[i])), body)
		if err != nil {
			return nil, err
		}
		if r == nil {
			continue
		}
		unpacked, err := io.ReadAll(io.LimitReader(r, maxRecord+1))
		if err != nil {
			return nil, err
		}
		if len(unpacked) > maxRecord {
			return nil, errors.New("it expands to more than " + strconv.Itoa(maxRecord>>20) + " MiB")
		}
		body = unpacked
	}
	return body, nil
}

func decoder(coding string, body []byte) (io.Reader, error) {
	switch coding {
	case "gzip", "x-gzip":
		if isGzip(body) {
			return gzip.NewReader(bytes.NewReader(body))
		}
	case "deflate":
		if z, err := zlib.NewReader(bytes.NewReader(body)); err == nil {
			return z, nil
		}
		if !looksLikeHTML(sniffHead(body)) {
			return flate.NewReader(bytes.NewReader(body)), nil
		}
	case "br":
		if !looksLikeHTML(sniffHead(body)) {
			return brotli.NewReader(bufio.NewReader(bytes.NewReader(body))), nil
		}
	case "zstd":
		if bytes.HasPrefix(body, []byte("\x28\xb5\x2f\xfd")) {
			return nil, errors.New("it is packed with zstd, which hearsay does not read")
		}
	}
	return nil, nil
}
