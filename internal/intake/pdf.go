package intake

func (r *Reader) readPDF(in Input, yield Yield) { yield(nil, unknownFormat(in)) }

type pdfEngine struct{}

func (e *pdfEngine) close() error { return nil }
