package names

import "strings"

// gazetteer holds countries and cities that names of places most often are.
var gazetteer = func() map[string]bool {
	set := make(map[string]bool)
	for _, s := range strings.Split(places, ",") {
		set[strings.Join(strings.Fields(s), " ")] = true
	}
	return set
}()

const places = `afghanistan, albania, algeria, andorra, angola, argentina, armenia, australia, austria, azerbaijan, bahamas, bahrain,
	bangladesh, barbados, belarus, belgium, belize, benin, bhutan, bolivia, bosnia, botswana, brazil, brunei, bulgaria,
	burkina faso, burundi, cambodia, cameroon, canada, cape verde, chad, chile, china, colombia, comoros, congo, costa rica,
	croatia, cuba, cyprus, czech republic, czechia, denmark, djibouti, dominica, ecuador, egypt, el salvador, eritrea, estonia,
	eswatini, ethiopia, fiji, finland, france, gabon, gambia, georgia, germany, ghana, greece, grenada, guatemala, guinea,
	guyana, haiti, honduras, hungary, iceland, india, indonesia, iran, iraq, ireland, israel, italy, ivory coast, jamaica,
	japan, jordan, kazakhstan, kenya, kiribati, kosovo, kuwait, kyrgyzstan, laos, latvia, lebanon, lesotho, liberia, libya,
	liechtenstein, lithuania, luxembourg, madagascar, malawi, malaysia, maldives, mali, malta, mauritania, mauritius, mexico,
	micronesia, moldova, monaco, mongolia, montenegro, morocco, mozambique, myanmar, namibia, nauru, nepal, netherlands,
	new zealand, nicaragua, niger, nigeria, north korea, north macedonia, norway, oman, pakistan, palau, palestine, panama,
	papua new guinea, paraguay, peru, philippines, poland, portugal, qatar, romania, russia, rwanda, samoa, san marino,
	saudi arabia, senegal, serbia, seychelles, sierra leone, singapore, slovakia, slovenia, solomon islands, somalia,
	south africa, south korea, south sudan, spain, sri lanka, sudan, suriname, sweden, switzerland, syria, taiwan, tajikistan,
	tanzania, thailand, togo, tonga, trinidad, tunisia, turkey, turkmenistan, tuvalu, uganda, ukraine, united arab emirates,
	united kingdom, united states, uruguay, uzbekistan, vanuatu, venezuela, vietnam, yemen, zambia, zimbabwe, england,
	scotland, wales, northern ireland, britain, great britain, america, europe, africa, asia, gaza, west bank, crimea, siberia,
	london, paris, berlin, rome, madrid, lisbon, brussels, amsterdam, vienna, prague, warsaw, budapest, athens, moscow, kyiv,
	kiev, istanbul, ankara, cairo, beirut, damascus, baghdad, tehran, jerusalem, tel aviv, riyadh, dubai, doha, kabul, delhi,
	new delhi, mumbai, karachi, lahore, islamabad, dhaka, beijing, shanghai, hong kong, tokyo, osaka, seoul, bangkok, jakarta,
	manila, sydney, melbourne, auckland, nairobi, lagos, accra, johannesburg, cape town, khartoum, addis ababa, tunis,
	algiers, tripoli, casablanca, rabat, washington, new york, boston, chicago, los angeles, san francisco, houston, dallas,
	miami, atlanta, seattle, toronto, montreal, ottawa, mexico city, havana, bogota, lima, santiago, buenos aires,
	sao paulo, rio de janeiro, brasilia, caracas, geneva, zurich, milan, naples, barcelona, munich, hamburg, frankfurt,
	stockholm, oslo, copenhagen, helsinki, dublin, edinburgh, glasgow, manchester, liverpool, birmingham, leeds, bristol,
	belfast, cardiff, california, texas, florida, ohio, virginia, california, michigan, pennsylvania, illinois, arizona,
	colorado, nevada, oregon, massachusetts, new jersey, louisiana, alabama, wisconsin, minnesota, missouri, kansas,
	alaska, arkansas, connecticut, delaware, hawaii, idaho, indiana, iowa, kentucky, maine, maryland, mississippi, montana,
	nebraska, new hampshire, new mexico, north carolina, south carolina, north dakota, south dakota, oklahoma, rhode island,
	tennessee, utah, vermont, west virginia, wyoming, ontario, quebec, alberta, manitoba, nova scotia, british columbia,
	queensland, victoria, tasmania, new south wales, catalonia, bavaria, saxony, andalusia, sicily, tuscany, lombardy, brittany,
	normandy, punjab, sindh, kashmir, kerala, bihar, hokkaido, okinawa, tibet, xinjiang, sichuan, chechnya, dagestan, kurdistan,
	philadelphia, detroit, denver, phoenix, portland, austin, baltimore, cleveland, pittsburgh, st. louis, minneapolis, perth,
	brisbane, adelaide, canberra, wellington, vancouver, calgary, winnipeg, antwerp, ghent, rotterdam, utrecht, cologne,
	dresden, leipzig, stuttgart, salzburg, krakow, gdansk, vilnius, riga, tallinn, minsk, odesa, kharkiv, lviv, sofia, bucharest,
	belgrade, zagreb, sarajevo, ljubljana, skopje, tirana, nicosia, valletta, porto, seville, valencia, marseille, lyon, toulouse,
	turin, bologna, palermo, aleppo, mosul, basra, aden, sanaa, amman, kuwait city, muscat, mecca, medina, alexandria,
	u.s., u.k., us, uk, usa, u.s.a., eu`
