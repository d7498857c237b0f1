package intake

// monthNames are the names and abbreviations of the months in the languages of
// the press, in lower case, without full stop. Arabic has three sets: those of
// the Nile and the Gulf, of the Levant and Iraq, and of the Maghreb. A name that
// means different months in two languages stands for the more widely read one.
var monthNames = indexMonths([12]string{
	"january jan janvier janv enero ene januar jänner jän gennaio gen janeiro januari januarie ocak oca января янв январь січня січень styczeń stycznia ledna leden ianuarie ιανουαρίου januarja siječnja január januára tammikuuta tammikuu january يناير جانفي ژانویه ינואר בינואר januara януари јануар јануара",
	"february feb février fevrier févr fév febrero februar febbraio febb fevereiro fev februari februarie şubat şub февраля фев февраль лютого лютий luty lutego února únor φεβρουαρίου február februára veljače helmikuuta فبراير شباط فيفري فوریه פברואר בפברואר februara февруари фебруар",
	"march mar mars marzo märz maerz mrz março marco maart mart марта мар март березня березень marzec marca března březen martie μαρτίου március ožujka maaliskuuta مارس آذار مارث מרץ במרץ marta maret март",
	"april apr avril avr abril abr aprile kwiecień kwietnia nisan апреля апр апрель квітня квітень dubna duben aprilie απριλίου április apríla travnja huhtikuuta أبريل ابريل إبريل نيسان أفريل آوریل אפריל באפריל aprila април",
	"may mai mayo mag maggio maio mei mayıs мая май травня травень maj maja května květen μαΐου május mája svibnja toukokuuta مايو أيار ماي مه מאי במאי maio мај",
	"june jun juin junio juni giugno giu junho haziran июня июн июнь червня червень czerwiec czerwca června červen iunie ιουνίου június júna lipnja kesäkuuta يونيو حزيران جوان ژوئن יוני ביוני juna јун",
	"july jul juillet juil julio juli luglio lug julho temmuz июля июл июль липня липень lipiec lipca července červenec iulie ιουλίου július júla srpnja heinäkuuta يوليو تموز جويلية ژوئیه יולי ביולי jula јул",
	"august aug août aout agosto ago augustus ağustos augusti августа авг август серпня серпень sierpień sierpnia srpna srpen αυγούστου augusztus augusta kolovoza elokuuta أغسطس اغسطس آب أوت اوت اوت אוגוסט באוגוסט agustus avgusta август",
	"september sep sept septembre septiembre setiembre settembre set setembro eylül сентября сен сентябрь вересня вересень wrzesień września září septembrie σεπτεμβρίου szeptember septembra rujna syyskuuta سبتمبر أيلول ايلول سپتامبر ספטמבר בספטמבר септември септембар",
	"october oct octobre octubre oktober okt ottobre ott outubro out ekim октября окт октябрь жовтня жовтень październik października října říjen octombrie οκτωβρίου október októbra lokakuuta أكتوبر اكتوبر اکتبر אוקטובר באוקטובר oktobra октомври октобар",
	"november nov novembre noviembre novembro kasım ноября ноя ноябрь листопада листопад listopad listopadu noiembrie νοεμβρίου novembra marraskuuta نوفمبر نوامبر נובמבר בנובמבר ноември новембар",
	"december dec décembre decembre déc dez diciembre dic dezember dicembre dezembro desember aralık декабря дек декабрь грудня грудень grudzień grudnia prosince prosinec decembrie δεκεμβρίου decembra prosinca joulukuuta ديسمبر دسامبر דצמבר בדצמבר декември децембар",
})

func indexMonths(names [12]string) map[string]int {
	index := map[string]int{}
	for i, list := range names {
		start := 0
		for j := 0; j <= len(list); j++ {
			if j == len(list) || list[j] == ' ' {
				index[list[start:j]] = i + 1
				start = j + 1
			}
		}
	}
	return index
}
