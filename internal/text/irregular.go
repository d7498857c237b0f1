package text

// Irregular is the lemma of an irregular form of an English verb, noun or
// adjective in lower case: "found" of find, "men" of man. Where a form belongs
// to two words the more frequent in news is meant: "left" of leave, "felt" of
// feel. Regular forms have none.
func Irregular(word string) (lemma string, ok bool) {
	switch word {
	case "arose", "arisen":
		return "arise", true
	case "awoke", "awoken":
		return "awake", true
	case "was", "were", "am", "is", "are", "been":
		return "be", true
	case "bore", "borne":
		return "bear", true
	case "beaten":
		return "beat", true
	case "became":
		return "become", true
	case "began", "begun":
		return "begin", true
	case "bent":
		return "bend", true
	case "bade", "bidden":
		return "bid", true
	case "bound":
		return "bind", true
	case "bit", "bitten":
		return "bite", true
	case "bled":
		return "bleed", true
	case "blew", "blown":
		return "blow", true
	case "broke", "broken":
		return "break", true
	case "bred":
		return "breed", true
	case "brought":
		return "bring", true
	case "built":
		return "build", true
	case "burnt":
		return "burn", true
	case "bought":
		return "buy", true
	case "caught":
		return "catch", true
	case "chose", "chosen":
		return "choose", true
	case "clung":
		return "cling", true
	case "came":
		return "come", true
	case "crept":
		return "creep", true
	case "dealt":
		return "deal", true
	case "dug":
		return "dig", true
	case "did", "does", "done":
		return "do", true
	case "drew", "drawn":
		return "draw", true
	case "dreamt":
		return "dream", true
	case "drank", "drunk":
		return "drink", true
	case "drove", "driven":
		return "drive", true
	case "dwelt":
		return "dwell", true
	case "ate", "eaten":
		return "eat", true
	case "fell", "fallen":
		return "fall", true
	case "fed":
		return "feed", true
	case "felt":
		return "feel", true
	case "fought":
		return "fight", true
	case "found":
		return "find", true
	case "fled":
		return "flee", true
	case "flung":
		return "fling", true
	case "flew", "flown":
		return "fly", true
	case "forbade", "forbidden":
		return "forbid", true
	case "foresaw", "foreseen":
		return "foresee", true
	case "forgot", "forgotten":
		return "forget", true
	case "forgave", "forgiven":
		return "forgive", true
	case "froze", "frozen":
		return "freeze", true
	case "got", "gotten":
		return "get", true
	case "gave", "given":
		return "give", true
	case "went", "goes", "gone":
		return "go", true
	case "ground":
		return "grind", true
	case "grew", "grown":
		return "grow", true
	case "hung":
		return "hang", true
	case "had", "has":
		return "have", true
	case "heard":
		return "hear", true
	case "hid", "hidden":
		return "hide", true
	case "held":
		return "hold", true
	case "kept":
		return "keep", true
	case "knelt":
		return "kneel", true
	case "knew", "known":
		return "know", true
	case "laid":
		return "lay", true
	case "led":
		return "lead", true
	case "leant":
		return "lean", true
	case "leapt":
		return "leap", true
	case "learnt":
		return "learn", true
	case "left":
		return "leave", true
	case "lent":
		return "lend", true
	case "lain", "lying":
		return "lie", true
	case "lit":
		return "light", true
	case "lost":
		return "lose", true
	case "made":
		return "make", true
	case "meant":
		return "mean", true
	case "met":
		return "meet", true
	case "misled":
		return "mislead", true
	case "misunderstood":
		return "misunderstand", true
	case "mistook", "mistaken":
		return "mistake", true
	case "outdid", "outdone":
		return "outdo", true
	case "overcame":
		return "overcome", true
	case "overheard":
		return "overhear", true
	case "oversaw", "overseen":
		return "oversee", true
	case "overtook", "overtaken":
		return "overtake", true
	case "overthrew", "overthrown":
		return "overthrow", true
	case "paid":
		return "pay", true
	case "proved", "proven":
		return "prove", true
	case "rebuilt":
		return "rebuild", true
	case "retold":
		return "retell", true
	case "rode", "ridden":
		return "ride", true
	case "rang", "rung":
		return "ring", true
	case "rose", "risen":
		return "rise", true
	case "ran":
		return "run", true
	case "said", "says":
		return "say", true
	case "saw", "seen":
		return "see", true
	case "sought":
		return "seek", true
	case "sold":
		return "sell", true
	case "sent":
		return "send", true
	case "sewed", "sewn":
		return "sew", true
	case "shook", "shaken":
		return "shake", true
	case "shone":
		return "shine", true
	case "shot":
		return "shoot", true
	case "showed", "shown":
		return "show", true
	case "shrank", "shrunk":
		return "shrink", true
	case "sang", "sung":
		return "sing", true
	case "sank", "sunk":
		return "sink", true
	case "sat":
		return "sit", true
	case "slew", "slain":
		return "slay", true
	case "slept":
		return "sleep", true
	case "slid":
		return "slide", true
	case "spoke", "spoken":
		return "speak", true
	case "sped":
		return "speed", true
	case "spelt":
		return "spell", true
	case "spent":
		return "spend", true
	case "spilt":
		return "spill", true
	case "spun":
		return "spin", true
	case "spat":
		return "spit", true
	case "spoilt":
		return "spoil", true
	case "sprang", "sprung":
		return "spring", true
	case "stood":
		return "stand", true
	case "stole", "stolen":
		return "steal", true
	case "stuck":
		return "stick", true
	case "stung":
		return "sting", true
	case "stank", "stunk":
		return "stink", true
	case "strode", "stridden":
		return "stride", true
	case "struck", "stricken":
		return "strike", true
	case "strove", "striven":
		return "strive", true
	case "swore", "sworn":
		return "swear", true
	case "swept":
		return "sweep", true
	case "swelled", "swollen":
		return "swell", true
	case "swam", "swum":
		return "swim", true
	case "swung":
		return "swing", true
	case "took", "taken":
		return "take", true
	case "taught":
		return "teach", true
	case "tore", "torn":
		return "tear", true
	case "told":
		return "tell", true
	case "thought":
		return "think", true
	case "threw", "thrown":
		return "throw", true
	case "trod", "trodden":
		return "tread", true
	case "underwent", "undergone":
		return "undergo", true
	case "understood":
		return "understand", true
	case "undertook", "undertaken":
		return "undertake", true
	case "undid", "undone":
		return "undo", true
	case "upheld":
		return "uphold", true
	case "woke", "woken":
		return "wake", true
	case "wore", "worn":
		return "wear", true
	case "wove", "woven":
		return "weave", true
	case "wept":
		return "weep", true
	case "won":
		return "win", true
	case "wound":
		return "wind", true
	case "withdrew", "withdrawn":
		return "withdraw", true
	case "withheld":
		return "withhold", true
	case "withstood":
		return "withstand", true
	case "wrung":
		return "wring", true
	case "wrote", "written":
		return "write", true
	case "rewrote", "rewritten":
		return "rewrite", true
	case "dying":
		return "die", true
	case "tying":
		return "tie", true
	case "men":
		return "man", true
	case "women":
		return "woman", true
	case "children":
		return "child", true
	case "people":
		return "person", true
	case "feet":
		return "foot", true
	case "teeth":
		return "tooth", true
	case "geese":
		return "goose", true
	case "mice":
		return "mouse", true
	case "wives":
		return "wife", true
	case "lives":
		return "life", true
	case "knives":
		return "knife", true
	case "halves":
		return "half", true
	case "leaves":
		return "leaf", true
	case "thieves":
		return "thief", true
	case "wolves":
		return "wolf", true
	case "shelves":
		return "shelf", true
	case "loaves":
		return "loaf", true
	case "calves":
		return "calf", true
	case "selves":
		return "self", true
	case "crises":
		return "crisis", true
	case "theses":
		return "thesis", true
	case "analyses":
		return "analysis", true
	case "criteria":
		return "criterion", true
	case "phenomena":
		return "phenomenon", true
	case "spokesmen":
		return "spokesman", true
	case "spokeswomen":
		return "spokeswoman", true
	case "spokespeople":
		return "spokesperson", true
	case "policemen":
		return "policeman", true
	case "policewomen":
		return "policewoman", true
	case "chairmen":
		return "chairman", true
	case "fishermen":
		return "fisherman", true
	case "gunmen":
		return "gunman", true
	case "businessmen":
		return "businessman", true
	case "congressmen":
		return "congressman", true
	case "firemen":
		return "fireman", true
	case "workmen":
		return "workman", true
	case "salesmen":
		return "salesman", true
	case "gentlemen":
		return "gentleman", true
	case "countrymen":
		return "countryman", true
	case "frenchmen":
		return "frenchman", true
	case "englishmen":
		return "englishman", true
	case "townsmen":
		return "townsman", true
	case "tradesmen":
		return "tradesman", true
	case "servicemen":
		return "serviceman", true
	case "ombudsmen":
		return "ombudsman", true
	case "oxen":
		return "ox", true
	case "cacti":
		return "cactus", true
	case "bacteria":
		return "bacterium", true
	case "indices":
		return "index", true
	case "better", "best":
		return "good", true
	case "worse", "worst":
		return "bad", true
	case "further", "farther", "furthest":
		return "far", true
	}
	return "", false
}
