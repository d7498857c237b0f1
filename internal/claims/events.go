package claims

import "strings"

// events are words by which news tells of the same: each line is one event or
// one kind of thing, and any word of it can stand for any other. A tenth of a
// score in front of a line says how nearly; without one it is eventScore. WordNet
// has most of them in different places, since it keeps what a thing is apart
// from what happens ("dead", "die"), and cause from effect ("kill", "die").
const events = `
die dead death deceased perish fatality fatal succumb lifeless
8 kill die dead death slay murder fatal lethal
injure injury hurt wound casualty maim
arrest detain detention apprehend custody
7 jail imprison imprisonment prison incarcerate jailed sentence
release free liberate
capture seize occupy overrun conquer
6 capture fall take control
withdraw withdrawal retreat evacuate
7 leave depart quit withdraw vacate exit departure
attack assault raid storm ambush offensive
shell bombard bombardment artillery
7 shoot fire gunfire shot gunman gunshot
explode blast detonate explosion bomb bombing
burn fire blaze flame ablaze inferno ignite
collapse burst rupture breach fail
flood inundate submerge deluge
destroy demolish wreck raze ruin devastate destruction
7 explode destroy
damage harm impair
crash collide collision smash
sink founder capsize
hit strike struck
rescue save
flee escape abscond
conceal hide withhold suppress concealment
erase delete wipe expunge erasure
7 erase destroy
steal theft rob robbery burgle loot embezzle misappropriate
7 keep retain pocket withhold
pay fund finance bankroll sponsor payment
bribe bribery corrupt kickback
buy acquire purchase acquisition buyer takeover
sell sale dispose divest
own owner possess stake shareholder
hire employ recruit engage
dismiss fire sack oust dismissal layoff redundancy redundant
resign quit resignation
appoint nominate appointment
7 elect win victory election
win defeat beat victory triumph
concede admit
approve authorise authorize permit allow consent ratify endorse approval
reject refuse decline veto rebuff rejection refusal
ban prohibit outlaw forbid bar prohibition
suspend halt pause stop freeze suspension
cancel scrap abandon drop cancellation
postpone delay defer postponement
shut close closure shutter
6 shut lock
open reopen inaugurate
begin start launch commence
end finish cease conclude terminate
accuse allege allegation accusation
7 accuse charge blame
sue lawsuit litigation plaintiff suit
charge indict prosecute indictment prosecution
convict guilty conviction
acquit exonerate clear acquittal
fine penalise penalize penalty
investigate probe inquiry inquire examine investigation enquiry
discover find detect uncover identify discovery detection
reveal disclose expose divulge leak unveil disclosure
warn alert caution warning
know aware knowledge awareness
6 know learn hear
7 see read view
promise pledge vow undertake guarantee
demand urge request
threaten threat
protest demonstrate rally march demonstration demonstrator protester
strike walkout stoppage
negotiate talk mediate broker negotiation mediation mediator intermediary
agree deal accord agreement settle settlement pact
violate breach infringe flout violation
contaminate pollute taint poison contamination pollution
7 contaminate infect infection
spill leak discharge overflow seep escape
rise increase climb grow soar jump surge growth
fall drop decline decrease plunge slump reduce cut reduction
build construct erect construction
repair mend fix restore
inspect check examine test audit inspection
forge fake fabricate falsify counterfeit forgery doctor
film shoot record footage
7 film video footage clip recording
plane aircraft jet airliner aeroplane airplane
7 drone aircraft
ship vessel boat freighter tanker
car vehicle automobile
bicycle bike cycle
7 lorry truck vehicle
soldier troop serviceman
7 army military troop force
police officer policeman
doctor physician medic
child kid youngster
7 child boy girl pupil minor
pupil student schoolchild
worker employee staff workforce labourer
house home household
money cash
weapon arm gun firearm
6 weapon rifle pistol
carry transport convey haul
cargo freight load
abduct kidnap hostage abduction kidnapping
expel deport evict eject expulsion deportation eviction
marry wed wedding marriage
7 hospital clinic ward infirmary
treat treatment
ill sick illness sickness disease unwell
recover recovery heal
vaccinate inoculate vaccination jab
wage salary pay
debt owe
7 tax levy duty
7 price cost
profit earning
bankrupt insolvent insolvency bankruptcy
merge merger amalgamate
arrive arrival reach
return repatriate
move relocate transfer relocation
lie mislead deceive
mistake error wrong
apologise apologize apology sorry
7 cause trigger provoke spark
prevent avert block stop
help aid assist support
use deploy
participate attend join
lack shortage
false fake untrue bogus
genuine authentic true
danger hazard risk dangerous hazardous
drunk intoxicated
drug narcotic
body corpse remains
boss chief head leader director
company firm business corporation
6 village town settlement hamlet
6 memo document paper file
photo picture image photograph
phone telephone
7 phone call ring
fighter militant insurgent rebel guerrilla
migrant refugee
voter electorate
lawyer attorney counsel barrister solicitor
judge court tribunal
7 minister ministry
7 mayor mayoral
lawmaker legislator parliamentarian
spokesman spokeswoman spokesperson
sewage effluent
garbage rubbish waste trash
soil earth ground turf
limit threshold maximum ceiling
dose dosage
month monthly
year annual yearly
`

const eventScore = 0.8

// relateEvents adds the words of events to a table of related words.
func relateEvents(table map[string][]relation) {
	for line := range strings.Lines(events) {
		score, words := eventScore, strings.Fields(line)
		if len(words) > 0 && len(words[0]) == 1 {
			score, words = float64(words[0][0]-'0')/10, words[1:]
		}
		for i, a := range words {
			for _, b := range words[i+1:] {
				relate(table, root(a), root(b), score)
			}
		}
	}
}
