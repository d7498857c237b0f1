package names

import (
	"strings"
	"sync"
)

// arabicGiven holds common given names of Arabic origin, respelt. They tell
// that the vowels of a name may waver between spellers.
var arabicGiven = respeltSet(`
abbas abdallah adel adil adnan ahmad ahmed akram ali alia amal amer amin amina amir amira ammar anas anwar
aqil arif asad ashraf asim asma ata atef ayman aymen aziz aziza badr bahaa bahi bakr daoud daud bashar bashir basim basma bilal
boutros butrus dawood dawud dima dunia duraid fadi fadil fahd fahad faisal faysal faiza faraj farah fares farid farida
farouk faruq fatima fatma fawzi fayez ferhat firas fuad fouad ghada ghassan ghazi habib habiba hadi hafez hakim hala
halim hamad hamdan hamdi hamed hamid hamida hamoud hamza hana hanan hani hanin haroun harun hasan hassan hashim hashem
hatem hatim haytham hiba hisham hicham huda houda husam hussam husein hussein husain houssein ibrahim idris ihab ilham
imad iman imran inas isam issam ismail ismael iyad izzat jaber jabir jafar jalal jalil jamal gamal jamil jamila jawad
jihad jumana kamal kamel kamil karam karim karima khadija khaldoun khaled khalid khalil khalifa khadra laila layla leila leyla latif
latifa lina lubna lutfi maha mahdi mahmoud mahmud mahir maher majed majid majida malak malik manal mansour mansur maram
marwa marwan maryam mazen mazin mehdi miriam mohamed mohammed mohammad muhammad mohamad moussa mousa musa mouna muna
mounir munir mourad murad mustafa mostafa moustafa nabil nabila nada nader nadir nadia nadim nahla naim naima najib
najwa nasir nasser nasim nasr nawal nazar nizar nidal noor nour nouri nura omar umar osama usama othman osman qasim
qassem kassem rabah rabia radwan rafik rafiq raghad rahim raid rajab ramadan rami ramzi rana rania ranya rashad rashid
rasha rauf raouf rayan reem rida riad riyad ruba rula saad sabah sabri sadiq safa safiya sahar said saeed saied sayed
sayyid salah salam saleh salih salem salim salma salman salwa sameh sami samia samir samira sana sara sarwar shadi
shafiq shahin shams sharif sherif cherif shukri sobhi soraya subhi suha suhail soheil suleiman sulaiman sumaya taha
tahir taher tamer tamim tarek tariq taufiq tawfik tawil thaer turki umaima wael wafa wahid waleed walid wassim wasim
yahya yaqub yakoub yasin yassin yasir yasser yazid younes yunus yousef youssef yusuf yousif zahra zaid zayd zaher zahir
zain zaki zakaria zeinab zaynab ziad ziyad zuhair zouhair
rafat mamun maamoun wail raed saeb faez belal toufic tawfiq yehia hassane houcine abdou sulayman usamah ubada ubaid obaid layth laith leith muhannad mohannad mubarak suhayl najm
muhsin mohsen sobhi gehad haidar haydar thabit sabet awad nizam hadid qandil anis bakri burhan dalal diab dina dunya fakhri fathi fayrouz
fikri galal ghaith ghalib hafsa hajar halima hamdoun hashem hayat ibtisam ikram inam iqbal ishaq jaafar jabbar jalila jubran
kawthar khayr khairi kulthum labib lamia layan maamoun madiha mahfouz makram manar maysa mazhar mirza misbah mounira muayyad
mubarak muhyi mukhtar muntasir muqtada murtada mutaz nabih nael nahid naji najat najla nashwa nawaf nazim nihad nuha qais qays
rabi rachid radi rafi rajaa rashida razan rihab sabir sadiqa safwan sahla sajid sakina salwa samar samih shaaban shafi shahd
shaima shawqi sinan siraj souad suad suhad taj talal talib tayyib thuraya tawfiq ubayda umm wafaa wahib wajih wisam wissam
yamen yaqoub zainab zakariya zayn zubair abdi`)

func respeltSet(words string) map[string]bool {
	set := make(map[string]bool)
	for _, w := range strings.Fields(words) {
		set[respell(w)] = true
	}
	return set
}

// isGivenArabic tells whether a folded word, in either script, is a common
// given name.
func isGivenArabic(w string) bool {
	if isArabic(w) {
		return givenSkeletons()[skeleton(w)]
	}
	return arabicGiven[respell(w)]
}

var givenSkeletons = sync.OnceValue(func() map[string]bool {
	set := make(map[string]bool, len(arabicGiven))
	for w := range arabicGiven {
		set[skeleton(w)] = true
	}
	return set
})
