package intake

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"path"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"hearsay"
)

// readZip reads each member of an archive in turn, as "a.zip#dir/b.html".
// Nothing is written anywhere; a member whose name would lead outside the
// archive is refused all the same, since honest archives have none.
func (r *Reader) readZip(in Input, yield Yield) {
	if in.Depth >= maxZipDepth {
		yield(nil, tooDeep(in.Path))
		return
	}
	archive, err := in.openZip()
	if err != nil {
		yield(nil, err)
		return
	}
	switch kind := officeKind(archive); kind {
	case "":
	case "docx":
		r.readWholeDOCX(in, yield)
		return
	default:
		yield(nil, hearsay.Errorf(hearsay.CodeUnknown, in.Path, "is an office document or e-book (%s), which hearsay does not read", kind).
			Do("save it as PDF, DOCX or text"))
		return
	}
	r.readMembers(in, archive, yield)
}

func (r *Reader) readMembers(in Input, archive *zip.Reader, yield Yield) {
	going := true
	pass := func(rep *hearsay.Report, err error) bool {
		going = yield(rep, err)
		return going
	}
	if in.budget == nil {
		in.budget = newBudget(in.packedSize())
	}
	var names ids
	for _, f := range archive.File {
		name := memberName(f)
		if f.FileInfo().IsDir() || skippedName(name) {
			continue
		}
		member := Input{
			Path:    itemPath(in.Path, names.unique(name)),
			ModTime: f.Modified,
			Depth:   in.Depth + 1,
			Size:    int64(min(f.UncompressedSize64, 1<<62)),
			budget:  in.budget,
		}
		if err := checkMember(member.Path, name, f); err != nil {
			pass(nil, err)
		} else {
			member.Open = func() (io.ReadCloser, error) { return openMember(member, f) }
			r.Read(member, pass)
		}
		if !going {
			return
		}
		if in.budget.left < 0 {
			return // told by the member that used it up
		}
	}
}

func (in Input) openZip() (*zip.Reader, error) {
	at, size := in.at, in.Size
	if at == nil || size <= 0 {
		b, err := readCapped(in.Path, in.reader())
		if err != nil {
			return nil, err
		}
		at, size = bytes.NewReader(b), int64(len(b))
	}
	archive, err := zip.NewReader(at, size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, hearsay.Errorf(hearsay.CodeUnreadable, in.Path, "the zip archive has no readable table of contents: %w", err).
			Do("get the whole file again; it may be cut short")
	}
	return archive, nil
}

// readWholeDOCX reads a document that only its table of contents gave away.
func (r *Reader) readWholeDOCX(in Input, yield Yield) {
	b, err := readCapped(in.Path, in.reader())
	if err != nil {
		yield(nil, err)
		return
	}
	in.Bytes, in.stream = b, nil
	r.readDOCX(in, yield)
}

func openMember(member Input, f *zip.File) (io.ReadCloser, error) {
	from, err := f.Open()
	switch {
	case errors.Is(err, zip.ErrAlgorithm):
		return nil, hearsay.Errorf(hearsay.CodeUnreadable, member.Path, "is packed with method %d, which hearsay does not know", f.Method).
			Do("unpack the archive and read the files")
	case err != nil:
		return nil, unreadable(member.Path, err)
	}
	packed := func() int64 { return int64(min(f.CompressedSize64, 1<<50)) }
	return &expansion{from: from, path: member.Path, packed: packed, budget: member.budget}, nil
}

func checkMember(place, name string, f *zip.File) error {
	const encrypted = 1
	mode := f.Mode()
	switch {
	case unsafeName(name):
		return hearsay.Errorf(hearsay.CodeRefused, place, "has a name that leads outside the archive").
			Do("do not trust this archive; unpack it with care and read the files you want")
	case f.Flags&encrypted != 0:
		return hearsay.Errorf(hearsay.CodeUnreadable, place, "is encrypted").
			Do("unpack the archive with its password and read the files")
	case !mode.IsRegular():
		return hearsay.Errorf(hearsay.CodeRefused, place, "is a link or a device, not a file").
			Do("read the file that it stands for")
	}
	return nil
}

// memberName is a member's name with slashes, in UTF-8: archives that do not
// say so are in the code page of the first PCs.
func memberName(f *zip.File) string {
	name := f.Name
	if !utf8.ValidString(name) {
		name, _ = charmap.CodePage437.NewDecoder().String(name)
	}
	return strings.ReplaceAll(name, `\`, "/")
}

func unsafeName(name string) bool {
	drive := len(name) > 1 && name[1] == ':'
	return drive || strings.HasPrefix(name, "/") || strings.ContainsRune(name, 0) ||
		name != "" && (path.Clean(name) == ".." || strings.HasPrefix(path.Clean(name), "../"))
}

// officeKind names the kind of document that is a zip archive inside, "" for
// a plain archive.
func officeKind(archive *zip.Reader) string {
	for i, f := range archive.File {
		switch {
		case f.Name == "word/document.xml":
			return "docx"
		case f.Name == "xl/workbook.xml":
			return "xlsx"
		case f.Name == "ppt/presentation.xml":
			return "pptx"
		case f.Name == "mimetype" && i == 0:
			return "OpenDocument or EPUB"
		}
	}
	return ""
}
