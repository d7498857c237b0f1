package intake

func (r *Reader) readText(in Input, yield Yield) { yield(nil, unknownFormat(in)) }
