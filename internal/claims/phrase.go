package claims

import (
	"strings"

	"hearsay/internal/text"
)

// phrases are verbs that mean something else together with the word behind
// them than alone, each with the word that can stand for it.
var phrases = readPhrases(`
give way = collapse
take part = participate
put out = extinguish
bring down = shoot
shoot down = shoot
lose life = die
lose lives = die
pass away = die
take prisoner = capture
taken captive = capture
take hostage = capture
put off = postpone
put back = postpone
push back = postpone
call off = cancel
throw out = eject
switch off = shut
turn off = shut
shut off = shut
cut off = shut
shut down = shut
close down = shut
knock out = shut
make off = steal
take away = remove
blow up = explode
go off = explode
set alight = burn
burn down = burn
burn out = burn
pull out = withdraw
pull back = withdraw
move out = withdraw
step down = resign
stand down = resign
lay off = dismiss
turn down = reject
throw away = discard
rule out = exclude
hand over = surrender
give up = surrender
find guilty = convict
set free = release
let go = release
run aground = ground
run onto = ground
settle on = ground
sell off = sell
take over = acquire
snap up = buy
fall apart = collapse
cave in = collapse
come down = collapse
break down = fail
give out = fail
wear out = fail
fence off = fence
wall off = fence
lock up = lock
chain up = chain
find out = discover
turn out = prove
carry out = perform
break out = start
set off = start
speed up = accelerate
go up = rise
go down = fall
water down = dilute
leave out = omit
look into = investigate
tip off = warn
pay off = bribe
own up = admit
make public = publish
foot bill = pay
run dry = empty
go under = fail
go bust = fail
go missing = disappear
go ahead = proceed
catch fire = burn
lose fight = die
lose battle = die
die away = fade
bring forward = hasten
call back = recall
call up = conscript
bring up = mention
take back = withdraw
pay back = repay
take on = hire
bring in = introduce
drop out = withdraw
back out = withdraw
walk out = strike
fall through = fail
make redundant = dismiss
set up = found
turn away = refuse
turn back = return
hold up = delay
pull down = demolish
tear down = demolish
knock down = demolish
wipe out = destroy
cover up = conceal
hush up = conceal
keep quiet = conceal
play down = belittle
break into = burgle
break in = burgle
make up = invent
tip over = overturn
roll over = overturn
keel over = overturn
stand trial = try
strike down = annul
come clean = admit
take control = capture
take custody = arrest
walk free = release
run away = escape
go flames = burn
go ablaze = burn
keep back = withhold
pick tab = pay
pick bill = pay
lose job = dismiss
lose jobs = dismiss
cut job = dismiss
cut jobs = dismiss
job cut = dismiss
job cuts = dismiss
job losses = dismiss
eliminate job = dismiss
eliminate jobs = dismiss
shed jobs = dismiss
leave office = resign
leave post = resign
admit defeat = concede
accept defeat = concede
open fire = shoot
give ahead = approve
green light = approve
take court = sue
get hands = receive
become aware = know
come know = know
call for = demand
hunger strike = fast
refuse food = fast
refuse eat = fast
reach agreement = agree
strike deal = agree
touch down = land
fall ill = sicken
come alive = live
turn up = attend
come back = return
go back = return
lead to = cause
result in = cause
bring about = cause
give birth = born
pass on = transmit
go strike = strike
put fire = burn
lose control = lose
raise alarm = warn
sound alarm = warn
take life = kill
take lives = kill
claim life = kill
claim lives = kill
cost life = kill
cost lives = kill
`)

func readPhrases(table string) map[[2]string]string {
	m := map[[2]string]string{}
	for line := range strings.Lines(table) {
		phrase, means, ok := strings.Cut(strings.TrimSpace(line), " = ")
		if !ok {
			continue
		}
		verb, with, _ := strings.Cut(phrase, " ")
		m[[2]string{root(verb), with}] = means
	}
	return m
}

// phraseWords are the words behind the verbs.
var phraseWords = func() map[string]bool {
	set := map[string]bool{}
	for phrase := range phrases {
		set[phrase[1]] = true
	}
	return set
}()

// phraseReach is how many words may stand between a verb and its particle:
// "shut the substation down".
const phraseReach = 3

// phrase is the word that can stand for the verb at token i and a word behind
// it, "" if there is none.
func (w *Weights) phrase(doc *text.Document, i, last int) string {
	if doc.Tokens[i].Tag != text.VERB && doc.Tokens[i].Tag != text.NOUN && doc.Tokens[i].Tag != text.ADJ {
		return ""
	}
	verb := ""
	for k := i + 1; k < min(last, i+2+phraseReach); k++ {
		if with := text.Fold(doc.Of(k)); phraseWords[with] {
			if verb == "" {
				verb = w.rootOf(text.Fold(doc.Of(i)))
			}
			if means, ok := phrases[[2]string{verb, with}]; ok {
				return means
			}
		}
		if t := doc.Tokens[k].Tag; t == text.VERB || t == text.PUNCT {
			return ""
		}
	}
	return ""
}
