package names

import (
	"cmp"
	"slices"
	"strings"
	"sync"
)

// bodyWords are words that the names of bodies are made of, one meaning a line,
// folded: in English and, behind "|", in Arabic, French, Spanish, German,
// Portuguese and Russian. It is what one report translates in a name and another
// leaves as it is.
const bodyWords = `
brigade brigades | كتايب لواء الويه brigada brigadas бригада
battalion battalions | كتيبه bataillon batallon bataillons
front fronts | جبهه frente фронт
movement | حركه mouvement movimiento bewegung movimento движение
party | حزب parti partido partei партия
union unions | نقابه اتحاد syndicat sindicato gewerkschaft профсоюз союз
federation | اتحاديه federacion verband federacao федерация
league | رابطه ligue liga лига
association | جمعيه asociacion verein associacao ассоциация
ministry | وزاره ministere ministerio ministerium министерство
army | جيش armee ejercito exercito армия
forces force | قوات fuerzas krafte forcas силы
council | مجلس conseil consejo rat conselho совет
committee | لجنه comite ausschuss komitee комитет
authority | هيئه سلطه autorite autoridad behorde autoridade
agency | وكاله agence agencia agentur агентство
organisation organization | منظمه organizacion организация
office | مكتب bureau oficina buro amt escritorio
company | شركه compagnie compania gesellschaft companhia компания
bank | بنك مصرف banque banco банк
police | شرطه policia polizei полиция
court | محكمه tribunal cour corte gericht суд
hospital | مستشفي hopital krankenhaus больница
university | جامعه universite universidad universitat universidade университет
coalition | ايتلاف coalicion koalition coalizao коалиция
group | جماعه مجموعه groupe grupo gruppe группа
resistance | مقاومه resistencia widerstand сопротивление
liberation | تحرير liberacion befreiung libertacao освобождение
revolution | ثوره revolucion revolucao революция
people popular | شعب شعبي شعبيه peuple populaire pueblo volk povo народ народный народная
national | وطني وطنيه قومي nacional nationale nationaler национальный национальная
democratic | ديمقراطي ديمقراطيه democratique democratico democratica demokratische демократическая
islamic | اسلامي اسلاميه islamique islamico islamica islamische
free | حر حره libre freie livre
independent | مستقل مستقله independant independante independiente unabhangige независимый
general | عام عامه generale allgemeine
regional | اقليمي اقليميه regionale regionaler региональный
local | محلي محليه locale lokale
workers worker | عمال travailleurs trabajadores arbeiter trabalhadores рабочие рабочих
farmers farmer | فلاحين مزارعين agriculteurs agricultores bauern
teachers teacher | معلمين enseignants maestros profesores lehrer учителей
fishermen fishers | صيادين pecheurs pescadores fischer рыбаков
students student | طلاب طلبه etudiants estudiantes studenten студентов
dockers dockworkers | estibadores hafenarbeiter
port harbour harbor | ميناء مرفا puerto hafen porto порт порта
ports | موانئ موانيء puertos hafen portos
valley wadi | وادي vallee valle tal vale долина
river | نهر fleuve riviere rio fluss река
mountain mountains | جبل جبال montagne montana montanas berg gebirge
coast sahel | ساحل cote costa kuste берег
city town | مدينه ville ciudad stadt cidade город
village | قريه pueblo dorf aldeia деревня
province wilaya wilayat governorate | ولايه محافظه provincia provinz провинция
north northern | شمال شمالي شماليه nord norte северный северная север
south southern | جنوب جنوبي جنوبيه sud sur sul южный южная юг
east eastern | شرق شرقي شرقيه est este orient oriental orientale ost leste восточный восточная восток
west western | غرب غربي غربيه ouest oeste occidental occidentale западный западная запад
central centre center | مركزي مركزيه وسط centrale zentral центральный
water | مياه ماء eau eaux agua wasser вода
health | صحه sante salud gesundheit saude здоровье
defence defense | دفاع defensa verteidigung defesa обороны
interior | داخليه داخل interieur innern
justice | عدل عداله justicia justiz justica юстиции
transport | نقل transporte verkehr транспорта
education | تربيه تعليم educacion bildung educacao образования
media press | اعلام اعلامي صحافه presse prensa medien imprensa
martyrs martyr | شهداء شهيد martires
lions lion | اسود اسد leones
eagles eagle | نسور aigles aguilas
`

// meaning is what a word of the table stands for: the first word of its line.
type meaning struct {
	word    string
	foreign bool
}

// meanings has every word of the table; one that is English too is English.
var meanings = sync.OnceValue(func() map[string]meaning {
	m := map[string]meaning{}
	for line := range strings.Lines(bodyWords) {
		english, abroad, _ := strings.Cut(line, "|")
		first, _, _ := strings.Cut(strings.TrimSpace(english), " ")
		for w := range strings.FieldsSeq(english) {
			m[w] = meaning{first, false}
		}
		for w := range strings.FieldsSeq(abroad) {
			if _, ok := m[w]; !ok {
				m[w] = meaning{first, true}
			}
		}
	}
	return m
})

// meant are the words of a body's name by what they mean, in the order of the
// alphabet: a word of the table as its English one, a name by its consonants.
func (o orgName) meant() (words []string) {
	table := meanings()
	for _, w := range o.words {
		w = bare(w)
		m, ok := table[w]
		if !ok {
			m.word = "~" + cmp.Or(skeleton(w), w) // a mark that no word of the table has
		}
		words = append(words, m.word)
	}
	slices.Sort(words)
	return words
}

// foreignIn counts the words that the table has as words of another language.
func foreignIn(words []string) (n int) {
	for _, w := range words {
		if meanings()[bare(w)].foreign {
			n++
		}
	}
	return n
}

// sameTranslated: "Eastern Wadi Brigades" are the "كتائب الوادي الشرقي", the
// "Front de Tavar" is the "Tavar Front". What stands for no word of the table
// must be one name in two scripts, or spelled alike in one.
func sameTranslated(o, p orgName) bool {
	if len(o.words) != len(p.words) || len(o.words) < 2 || o.foreign == p.foreign && o.linked == p.linked {
		return false // most pairs are two names in one language
	}
	return slices.Equal(o.meant(), p.meant()) && slices.EqualFunc(o.leftOver(), p.leftOver(), func(x, y string) bool {
		if isArabic(x) != isArabic(y) {
			return crossScript(part{text: x}, part{text: y}).score > 0
		}
		return evenSpelling(x) == evenSpelling(y)
	})
}

// linkedAbroad tells whether a small word of another language holds a folded
// name together.
func linkedAbroad(fold string) bool {
	for w := range strings.FieldsSeq(fold) {
		switch w {
		case "de", "du", "des", "del", "der", "da", "do", "dos", "di", "della":
			return true
		}
	}
	return false
}

// leftOver are the words of a name that the table lacks, without an Arabic
// article, in the order of their consonants.
func (o orgName) leftOver() []string {
	var rest []string
	for _, w := range o.words {
		w = bare(w)
		if _, ok := meanings()[w]; !ok {
			rest = append(rest, w)
		}
	}
	slices.SortStableFunc(rest, func(a, b string) int { return strings.Compare(skeleton(a), skeleton(b)) })
	return rest
}

// bare is a word without an Arabic article.
func bare(w string) string {
	if isArabic(w) {
		return strings.TrimPrefix(w, "ال")
	}
	return w
}
