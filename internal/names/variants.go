package names

import (
	"strings"
	"sync"
)

// variantsFile lists forms of one given name, a line each: those that spellers
// of a language take for one another, and those that one person bears in two
// languages, as Volodymyr is Vladimir in a Russian report.
const variantsFile = `
steven stephen
lawrence laurence
frederick frederik fredrik fredrick
nicholas nicolas nikolas
christopher kristofer kristoffer christoffer
katharine katherine catherine kathryn catharine
jeffrey jeffery
stuart stewart
neil neal
shaun shawn sean
graham graeme
alistair alasdair alastair
rachel rachael
deborah debra
terence terrance
volodymyr vladimir uladzimir
oleksandr aleksandr alexander alexandr aliaksandr
oleksandra aleksandra alexandra
oleksiy oleksii aleksei alexei alexey aleksey
yevgeny evgeny evgenii yevhen yevgeni evgeni yevgeniy
mykola nikolai nikolay mikalai
dmytro dmitry dmitri dmitriy dmitrii dzmitry
serhiy serhii sergei sergey siarhei
andriy andrii andrei andrey
mykhailo mykhaylo mikhail mihail
yuriy yurii yuri yury iurii
pavlo pavel
petro pyotr petr
vasyl vasily vasili vasiliy
ihor igor
oleh oleg
kateryna ekaterina yekaterina katerina
olena elena yelena alena
iryna irina
nataliya natalia natalya
tetiana tetyana tatiana tatyana
hanna anna
yuliya yulia iuliia julia
mariya maria mariia
svitlana svetlana
viktoriya viktoria victoria
anastasiya anastasia
kseniya ksenia xenia oksana
lyudmyla lyudmila ludmila liudmyla
artem artyom
fyodor fedor
yegor egor yehor
danylo daniil
kyrylo kirill kiril
hryhoriy grigory grigori
heorhiy georgy georgi
othman uthman osman usman
zia dhia diya
zulfiqar dhulfiqar
jafar jaafar gafar
yahya yehia yahia
hisham hicham hesham
rachid rashid rasheed
ashraf achraf
ayesha aisha aicha
hussein hossein husayn huseyn hossain hussain husain
mohammed muhammad mohamed mohammad muhammed mehmet mamadou
ahmed ahmad ahmet
wael wail
raed raid
nael nail
faez faiz
ismail esmail ismael
ibrahim ebrahim
reza rida
kulthum kulthoum kalthum kalthoum kulsum kalsoum
`

// variants gives each listed form the first of its line. Boys' names that are
// girls' in other letters, as Hanna and Anna are not for a German, are there
// for names of the Slavic languages alone: sameVariant asks.
var variants = sync.OnceValue(func() map[string]string {
	table := make(map[string]string)
	for line := range strings.Lines(variantsFile) {
		forms := strings.Fields(line)
		for _, f := range forms {
			table[f] = forms[0]
		}
	}
	return table
})

// sameVariant tells whether two given names are listed as forms of one.
func sameVariant(x, y part) bool {
	v := variants()[x.text]
	if v == "" || v != variants()[y.text] {
		return false
	}
	return v != "hanna" || x.slavic && y.slavic
}

// swapped tells a slip of the hand: two long words that differ by two letters
// next to one another, the last one apart. Marian and Marina are two names.
func swapped(a, b string) bool {
	if len(a) != len(b) || len(a) < 6 || a[len(a)-1] != b[len(b)-1] {
		return false
	}
	for i := 1; i < len(a)-2; i++ {
		if a[i] != b[i] {
			return a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
		}
	}
	return false
}
