package intake

func (r *Reader) readDOCX(in Input, yield Yield) { yield(nil, unknownFormat(in)) }

func isDOCX(b []byte) bool { return false }
