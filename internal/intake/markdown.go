package intake

func (r *Reader) readMarkdown(in Input, yield Yield) { yield(nil, unknownFormat(in)) }
