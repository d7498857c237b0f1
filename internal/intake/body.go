package intake

import "hearsay"

// body is the text of an article with its layout, as a Report holds it.
type body struct {
	text   string
	blocks []hearsay.Block
	links  []hearsay.Link
}

// into sets the body's fields of rep.
func (b body) into(rep *hearsay.Report) {
	rep.Text, rep.Blocks, rep.Links = b.text, b.blocks, b.links
}

// textBody lays out plain text of which every character is kept: paragraphs,
// list items, quotations, signature, furniture. It looks for no masthead;
// messages and mails have none.
func textBody(text string) body { return body{text: text} }

// fragmentBody is the body of a piece of HTML that is wholly content: a feed
// item, a mail's HTML part. Links are resolved against base, which may be "".
func fragmentBody(markup, base string) body { return body{text: markup} }
