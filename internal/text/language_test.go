package text

import (
	"strings"
	"testing"
)

func TestLanguage(t *testing.T) {
	for want, s := range map[string]string{
		"en": "The harbour master said on Monday that the ferry would not sail before the wind had gone down.",
		"fr": "Le capitaine du port a déclaré lundi que le bac ne partirait pas avant la fin de la tempête.",
		"es": "El capitán del puerto dijo el lunes que el transbordador no saldría hasta que amainara el viento.",
		"de": "Der Hafenmeister sagte am Montag, die Fähre werde erst fahren, wenn sich der Sturm gelegt habe.",
		"it": "Il comandante del porto ha detto lunedì che il traghetto non partirà prima della fine della tempesta.",
		"pt": "O capitão do porto disse na segunda-feira que a balsa não sairia antes de o vento acalmar.",
		"nl": "De havenmeester zei maandag dat de veerboot niet zou varen voordat de wind was gaan liggen.",
		"sv": "Hamnkaptenen sade på måndagen att färjan inte skulle gå förrän vinden hade lagt sig.",
		"pl": "Kapitan portu powiedział w poniedziałek, że prom nie wypłynie, dopóki wiatr się nie uspokoi.",
		"tr": "Liman başkanı pazartesi günü rüzgâr dinmeden feribotun kalkmayacağını söyledi ve bir süre daha beklemek gerektiğini ifade etti.",
		"ru": "Капитан порта сказал в понедельник, что паром не выйдет, пока не стихнет ветер.",
		"uk": "Капітан порту сказав у понеділок, що пором не вийде, доки не вщухне вітер.",
		"ar": "قال مدير الميناء يوم الاثنين إن العبارة لن تبحر قبل أن تهدأ الريح.",
		"fa": "مدیر بندر روز دوشنبه گفت که کشتی تا آرام شدن باد حرکت نخواهد کرد.",
		"he": "מנהל הנמל אמר ביום שני כי המעבורת לא תצא לפני שהרוח תירגע.",
		"zh": "港务局长星期一说，风停之前渡轮不会开航。",
		"ja": "港長は月曜日、風がおさまるまでフェリーは出航しないと述べた。",
		"ko": "항만장은 월요일 바람이 잦아들 때까지 여객선이 출항하지 않을 것이라고 말했다.",
		"el": "Ο λιμενάρχης είπε τη Δευτέρα ότι το πλοίο δεν θα φύγει.",
		"":   "12:45 — 98.8",
	} {
		if got := Language(s); got != want {
			t.Errorf("Language(%.40q) = %q, want %q", s, got, want)
		}
	}
}

func BenchmarkLanguage(b *testing.B) {
	s := strings.Repeat("The harbour master said on Monday that the ferry would not sail before the wind had gone down. ", 40)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		Language(s)
	}
}
