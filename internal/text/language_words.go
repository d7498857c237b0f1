package text

// languageWords are the small words of a language, parted by spaces,
// and the letters that tell it from its neighbours.
type languageWords struct {
	name, words, letters string
}

// The indices of the tables below.
var (
	latinIndex    = indexLanguages(latinWords)
	cyrillicIndex = indexLanguages(cyrillicWords)
)

var latinWords = []languageWords{
	{"en", " the of and to in that is was for it with on as he his be at by had not are but from or have an they which you were her she there been their has would when who will more if about out said we what this after before into than its ", ""},
	{"fr", " le la les des du de et en un une que qui dans est pas pour au aux sur il elle ce ces par plus ne se son sa ses avec été sont ont mais ou nous vous leur cette selon était après deux d l qu s n c ", "êœ"},
	{"es", " el la los las de del y en un una que por con para es no se su sus al lo como más pero fue ha han son está este esta entre sobre también cuando según desde ya muy hasta dos sin ", "ñ¿¡"},
	{"de", " der die das und in den von zu mit dem des sich nicht ist im ein eine auf für als auch es an dass er werden aus hat sie nach bei wird sind einer um am noch wie einem über so zum war haben nur oder aber vor zur bis mehr durch wurde ", "ßäöü"},
	{"it", " il lo la gli le di del della dei delle che e un una in per con non è sono si da dal alla al come anche più ma ha hanno nel nella su questo questa stato essere dopo secondo i ", "ìò"},
	{"pt", " o a os as de do da dos das e em um uma que por com para não se no na nos nas ao mais foi é são como mas seu sua ou pelo pela também segundo já até muito ", "ãõ"},
	{"nl", " de het een en van in is dat op te zijn met voor niet aan er om ook als door bij naar uit maar over nog dan heeft werd wordt hij zij ze was worden volgens deze dit na tot hebben ", "ĳ"},
	{"sv", " och att det i en på är som för av med den till inte har de ett om var från men så kan ska sig efter vid eller nu sin hon han under enligt också när ", "å"},
	{"da", " og at det i en på er som for af med den til ikke har de et om var fra men så kan skal sig efter ved eller nu sin hun han under ifølge også når blev mod ", "æø"},
	{"no", " og at det i en på er som for av med den til ikke har de et om var fra men så kan skal seg etter ved eller nå sin hun han under ifølge også når ble mot ", "æø"},
	{"fi", " ja on ei että se oli hän mutta ovat joka kun myös tai mukaan ole sen kuin ovat jo niin hänen olla vain sekä nyt jos ", "ä"},
	{"pl", " i w na z że się do nie jest to o po od za przez jak ale był ma są ich jego dla tym oraz tak już które który która było przed także ", "łąężśćń"},
	{"cs", " a v na se je že do to s z i o za by jako ale podle který která které pro po jsou byl bylo také jeho když ve k už od při ", "řěů"},
	{"sk", " a v na sa je že do to s z i o za by ako ale podľa ktorý ktorá ktoré pre po sú bol bolo tiež jeho keď vo k už od pri ", "ľĺŕô"},
	{"hr", " i u na je se da za su od s o a koji koja koje kako nije bio bila što te iz ili će po prema ali ", "đ"},
	{"sl", " in v na je se da za so od z o ki kot ni bil bila kaj ter iz ali bo po pri tudi pa še ", ""},
	{"hu", " a az és hogy nem is egy volt ez meg csak de már van el mint azt szerint még után ki lesz vagy ha ", "őű"},
	{"ro", " și în de la a nu un o cu pe că din care este pentru mai sau au fost se ce lui al ale după prin sunt dar ", "ășțţş"},
	{"tr", " ve bir bu da de için ile olarak olan çok daha gibi sonra kadar ne ki ama ise en göre her değil olduğunu dedi etti oldu yeni ", "ığş"},
	{"id", " yang dan di ke dari untuk dengan pada ini itu tidak dalam adalah akan oleh juga telah ada sebagai mereka kata atau karena bisa lebih sudah ia ", ""},
	{"vi", " và của là có được trong cho không các một với những người đã này khi từ đến cũng ra về ", "đơư"},
	{"ca", " el la els les de del i en un una que per amb no és es al com més però ha han són aquest aquesta entre també segons des fins ", "ŀ"},
	{"sq", " dhe në të e i për me që një nga është se ka u nuk si më do po kanë ishte ", "ë"},
	{"lt", " ir kad į iš su yra buvo tai ne bei bet kaip jo už apie pagal po tik dėl ", "ėųūį"},
	{"lv", " un ir ka no par ar uz bet kā arī gan pēc tas nav bija to savu kas līdz ", "āēīļņ"},
	{"et", " ja on et ei see oli ka kui mis ning aga oma kes ta või pärast ", "õ"},
	{"sw", " ya wa na kwa ni katika za la kuwa hiyo huo kama cha yake ambao baada hii ", ""},
	{"tl", " ang ng sa na mga ay at para kay ito ni hindi si may ", ""},
	{"so", " iyo ka ku in la ah oo ee waa soo uu ay waxaa ", ""},
	{"af", " die van en in is dat het nie om te op vir met hy was word sy aan sal deur ook wat nie ", ""},
}

var cyrillicWords = []languageWords{
	{"ru", " и в не на что с по он как это его к из у за от о для был но все так же только она мы до после который если при или ", "ыэё"},
	{"uk", " і в не на що з по він як це його до із у за від про для був але та й ще вона ми після який якщо при або ", "їєґі"},
	{"bg", " и в не на че с по той как това му до от у за се са да за е но ще тя ние след който ако при или ", "ъ"},
	{"sr", " и у не на да са по он како то је из за од се су али ће она ми после који ако при или био ", "ђћџљњј"},
	{"mk", " и во не на дека со по тој како тоа од за се да е но ќе таа ние по кој ако при или беше ", "ѓќѕ"},
	{"be", " і ў не на што з па ён як гэта яго да у за ад пра для быў але яна мы пасля які калі пры або ", "ў"},
	{"kk", " және бұл мен үшін бойынша деп бар болып да де оның ол ", "әғқңөұүһ"},
}
