package text

// IrregularForms lists the irregular forms of a lemma in lower case: "found"
// of find, "men" of man. It is the inverse of Irregular.
func IrregularForms(lemma string) []string {
	switch lemma {
	case "arise":
		return []string{"arose", "arisen"}
	case "awake":
		return []string{"awoke", "awoken"}
	case "be":
		return []string{"was", "were", "am", "is", "are", "been"}
	case "bear":
		return []string{"bore", "borne"}
	case "beat":
		return []string{"beaten"}
	case "become":
		return []string{"became"}
	case "begin":
		return []string{"began", "begun"}
	case "bend":
		return []string{"bent"}
	case "bid":
		return []string{"bade", "bidden"}
	case "bind":
		return []string{"bound"}
	case "bite":
		return []string{"bit", "bitten"}
	case "bleed":
		return []string{"bled"}
	case "blow":
		return []string{"blew", "blown"}
	case "break":
		return []string{"broke", "broken"}
	case "breed":
		return []string{"bred"}
	case "bring":
		return []string{"brought"}
	case "build":
		return []string{"built"}
	case "burn":
		return []string{"burnt"}
	case "buy":
		return []string{"bought"}
	case "catch":
		return []string{"caught"}
	case "choose":
		return []string{"chose", "chosen"}
	case "cling":
		return []string{"clung"}
	case "come":
		return []string{"came"}
	case "creep":
		return []string{"crept"}
	case "deal":
		return []string{"dealt"}
	case "dig":
		return []string{"dug"}
	case "do":
		return []string{"did", "does", "done"}
	case "draw":
		return []string{"drew", "drawn"}
	case "dream":
		return []string{"dreamt"}
	case "drink":
		return []string{"drank", "drunk"}
	case "drive":
		return []string{"drove", "driven"}
	case "dwell":
		return []string{"dwelt"}
	case "eat":
		return []string{"ate", "eaten"}
	case "fall":
		return []string{"fell", "fallen"}
	case "feed":
		return []string{"fed"}
	case "feel":
		return []string{"felt"}
	case "fight":
		return []string{"fought"}
	case "find":
		return []string{"found"}
	case "flee":
		return []string{"fled"}
	case "fling":
		return []string{"flung"}
	case "fly":
		return []string{"flew", "flown"}
	case "forbid":
		return []string{"forbade", "forbidden"}
	case "foresee":
		return []string{"foresaw", "foreseen"}
	case "forget":
		return []string{"forgot", "forgotten"}
	case "forgive":
		return []string{"forgave", "forgiven"}
	case "freeze":
		return []string{"froze", "frozen"}
	case "get":
		return []string{"got", "gotten"}
	case "give":
		return []string{"gave", "given"}
	case "go":
		return []string{"went", "goes", "gone"}
	case "grind":
		return []string{"ground"}
	case "grow":
		return []string{"grew", "grown"}
	case "hang":
		return []string{"hung"}
	case "have":
		return []string{"had", "has"}
	case "hear":
		return []string{"heard"}
	case "hide":
		return []string{"hid", "hidden"}
	case "hold":
		return []string{"held"}
	case "keep":
		return []string{"kept"}
	case "kneel":
		return []string{"knelt"}
	case "know":
		return []string{"knew", "known"}
	case "lay":
		return []string{"laid"}
	case "lead":
		return []string{"led"}
	case "lean":
		return []string{"leant"}
	case "leap":
		return []string{"leapt"}
	case "learn":
		return []string{"learnt"}
	case "leave":
		return []string{"left"}
	case "lend":
		return []string{"lent"}
	case "lie":
		return []string{"lain", "lying"}
	case "light":
		return []string{"lit"}
	case "lose":
		return []string{"lost"}
	case "make":
		return []string{"made"}
	case "mean":
		return []string{"meant"}
	case "meet":
		return []string{"met"}
	case "mislead":
		return []string{"misled"}
	case "misunderstand":
		return []string{"misunderstood"}
	case "mistake":
		return []string{"mistook", "mistaken"}
	case "outdo":
		return []string{"outdid", "outdone"}
	case "overcome":
		return []string{"overcame"}
	case "overhear":
		return []string{"overheard"}
	case "oversee":
		return []string{"oversaw", "overseen"}
	case "overtake":
		return []string{"overtook", "overtaken"}
	case "overthrow":
		return []string{"overthrew", "overthrown"}
	case "pay":
		return []string{"paid"}
	case "prove":
		return []string{"proved", "proven"}
	case "rebuild":
		return []string{"rebuilt"}
	case "retell":
		return []string{"retold"}
	case "ride":
		return []string{"rode", "ridden"}
	case "ring":
		return []string{"rang", "rung"}
	case "rise":
		return []string{"rose", "risen"}
	case "run":
		return []string{"ran"}
	case "say":
		return []string{"said", "says"}
	case "see":
		return []string{"saw", "seen"}
	case "seek":
		return []string{"sought"}
	case "sell":
		return []string{"sold"}
	case "send":
		return []string{"sent"}
	case "sew":
		return []string{"sewed", "sewn"}
	case "shake":
		return []string{"shook", "shaken"}
	case "shine":
		return []string{"shone"}
	case "shoot":
		return []string{"shot"}
	case "show":
		return []string{"showed", "shown"}
	case "shrink":
		return []string{"shrank", "shrunk"}
	case "sing":
		return []string{"sang", "sung"}
	case "sink":
		return []string{"sank", "sunk"}
	case "sit":
		return []string{"sat"}
	case "slay":
		return []string{"slew", "slain"}
	case "sleep":
		return []string{"slept"}
	case "slide":
		return []string{"slid"}
	case "speak":
		return []string{"spoke", "spoken"}
	case "speed":
		return []string{"sped"}
	case "spell":
		return []string{"spelt"}
	case "spend":
		return []string{"spent"}
	case "spill":
		return []string{"spilt"}
	case "spin":
		return []string{"spun"}
	case "spit":
		return []string{"spat"}
	case "spoil":
		return []string{"spoilt"}
	case "spring":
		return []string{"sprang", "sprung"}
	case "stand":
		return []string{"stood"}
	case "steal":
		return []string{"stole", "stolen"}
	case "stick":
		return []string{"stuck"}
	case "sting":
		return []string{"stung"}
	case "stink":
		return []string{"stank", "stunk"}
	case "stride":
		return []string{"strode", "stridden"}
	case "strike":
		return []string{"struck", "stricken"}
	case "strive":
		return []string{"strove", "striven"}
	case "swear":
		return []string{"swore", "sworn"}
	case "sweep":
		return []string{"swept"}
	case "swell":
		return []string{"swelled", "swollen"}
	case "swim":
		return []string{"swam", "swum"}
	case "swing":
		return []string{"swung"}
	case "take":
		return []string{"took", "taken"}
	case "teach":
		return []string{"taught"}
	case "tear":
		return []string{"tore", "torn"}
	case "tell":
		return []string{"told"}
	case "think":
		return []string{"thought"}
	case "throw":
		return []string{"threw", "thrown"}
	case "tread":
		return []string{"trod", "trodden"}
	case "undergo":
		return []string{"underwent", "undergone"}
	case "understand":
		return []string{"understood"}
	case "undertake":
		return []string{"undertook", "undertaken"}
	case "undo":
		return []string{"undid", "undone"}
	case "uphold":
		return []string{"upheld"}
	case "wake":
		return []string{"woke", "woken"}
	case "wear":
		return []string{"wore", "worn"}
	case "weave":
		return []string{"wove", "woven"}
	case "weep":
		return []string{"wept"}
	case "win":
		return []string{"won"}
	case "wind":
		return []string{"wound"}
	case "withdraw":
		return []string{"withdrew", "withdrawn"}
	case "withhold":
		return []string{"withheld"}
	case "withstand":
		return []string{"withstood"}
	case "wring":
		return []string{"wrung"}
	case "write":
		return []string{"wrote", "written"}
	case "rewrite":
		return []string{"rewrote", "rewritten"}
	case "die":
		return []string{"dying"}
	case "tie":
		return []string{"tying"}
	case "man":
		return []string{"men"}
	case "woman":
		return []string{"women"}
	case "child":
		return []string{"children"}
	case "person":
		return []string{"people"}
	case "foot":
		return []string{"feet"}
	case "tooth":
		return []string{"teeth"}
	case "goose":
		return []string{"geese"}
	case "mouse":
		return []string{"mice"}
	case "wife":
		return []string{"wives"}
	case "life":
		return []string{"lives"}
	case "knife":
		return []string{"knives"}
	case "half":
		return []string{"halves"}
	case "leaf":
		return []string{"leaves"}
	case "thief":
		return []string{"thieves"}
	case "wolf":
		return []string{"wolves"}
	case "shelf":
		return []string{"shelves"}
	case "loaf":
		return []string{"loaves"}
	case "calf":
		return []string{"calves"}
	case "self":
		return []string{"selves"}
	case "crisis":
		return []string{"crises"}
	case "thesis":
		return []string{"theses"}
	case "analysis":
		return []string{"analyses"}
	case "criterion":
		return []string{"criteria"}
	case "phenomenon":
		return []string{"phenomena"}
	case "spokesman":
		return []string{"spokesmen"}
	case "spokeswoman":
		return []string{"spokeswomen"}
	case "spokesperson":
		return []string{"spokespeople"}
	case "policeman":
		return []string{"policemen"}
	case "policewoman":
		return []string{"policewomen"}
	case "chairman":
		return []string{"chairmen"}
	case "fisherman":
		return []string{"fishermen"}
	case "gunman":
		return []string{"gunmen"}
	case "businessman":
		return []string{"businessmen"}
	case "congressman":
		return []string{"congressmen"}
	case "fireman":
		return []string{"firemen"}
	case "workman":
		return []string{"workmen"}
	case "salesman":
		return []string{"salesmen"}
	case "gentleman":
		return []string{"gentlemen"}
	case "countryman":
		return []string{"countrymen"}
	case "frenchman":
		return []string{"frenchmen"}
	case "englishman":
		return []string{"englishmen"}
	case "townsman":
		return []string{"townsmen"}
	case "tradesman":
		return []string{"tradesmen"}
	case "serviceman":
		return []string{"servicemen"}
	case "ombudsman":
		return []string{"ombudsmen"}
	case "ox":
		return []string{"oxen"}
	case "cactus":
		return []string{"cacti"}
	case "bacterium":
		return []string{"bacteria"}
	case "index":
		return []string{"indices"}
	case "good":
		return []string{"better", "best"}
	case "bad":
		return []string{"worse", "worst"}
	case "far":
		return []string{"further", "farther", "furthest"}
	}
	return nil
}
