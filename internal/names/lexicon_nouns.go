package names

// personNouns can head the description of a person.
var personNouns = wordSet(`
man woman person boy girl lad child mother father sister brother son daughter wife husband widow widower uncle aunt cousin
neighbour neighbor friend relative grandmother grandfather parent colleague acquaintance partner spouse fiance fiancee
member official officer leader head chief chair chairman chairwoman president minister secretary director manager mayor
governor senator deputy councillor councilor spokesman spokeswoman spokesperson representative delegate envoy ambassador
diplomat lawyer attorney solicitor barrister prosecutor judge witness victim suspect defendant plaintiff juror detective
inspector sergeant constable policeman policewoman soldier commander general colonel captain major lieutenant admiral
activist campaigner organiser organizer volunteer founder owner proprietor editor journalist reporter correspondent writer
author columnist blogger presenter broadcaster host photographer translator interpreter critic poet novelist historian
researcher scientist professor lecturer teacher student pupil graduate economist analyst expert adviser advisor consultant
specialist engineer technician architect surveyor planner inspector auditor accountant banker trader broker investor
doctor physician surgeon nurse midwife paramedic pharmacist patient vet dentist therapist psychologist
worker employee staffer aide assistant clerk cashier driver pilot sailor fisherman farmer docker miner builder painter
carpenter plumber electrician mechanic welder cook chef waiter waitress baker butcher shopkeeper trader merchant vendor
landlord tenant resident villager inhabitant citizen voter passenger commuter tourist visitor customer subscriber reader
player winger striker goalkeeper keeper midfielder defender captain coach trainer referee umpire agent scout athlete runner
swimmer publicist counsel advocate sheikh stoker deckhand fireman firefighter rider jockey boxer skipper bowler batsman singer actor actress musician artist sculptor director producer composer
priest imam rabbi bishop vicar pastor monk nun cleric preacher heir prince princess king queen
source insider informant whistleblower caller commenter user poster signatory letter-writer veteran pensioner retiree
commissioner superintendent coordinator convener treasurer registrar curator librarian archivist caretaker janitor guard
warden ranger gardener keeper trustee rector dean headteacher headmaster headmistress principal governor operator
contractor supplier developer designer programmer hacker candidate nominee incumbent successor predecessor rival opponent
supporter fan critic sceptic skeptic brother-in-law guest speaker attendee participant applicant prisoner inmate refugee
migrant survivor bystander onlooker passerby eyewitness dispatcher foreman overseer supervisor boss employer administrator
executive premier chancellor monarch sheikh elder chieftain negotiator mediator arbitrator ombudsman regulator
medic herder stallholder mp parliamentarian rebel passer-by coworker co-worker cleaner mason
stationmaster harbourmaster skipper ferryman lighthouse-keeper bookkeeper baritone soprano conductor choirmaster usher`)

// femaleNouns and maleNouns tell the gender of whom they describe.
var (
	femaleNouns = wordSet(`woman girl mother sister daughter wife widow aunt grandmother spokeswoman chairwoman policewoman actress
		waitress headmistress princess queen nun midwife congresswoman businesswoman lady soprano
		mezzo-soprano contralto ballerina matriarch hostess`)
	maleNouns = wordSet(`man boy lad father brother son husband widower uncle grandfather spokesman chairman policeman fisherman
		headmaster prince king monk waiter foreman congressman businessman gentleman ferryman choirmaster
		baritone tenor patriarch`)
)

// orgNouns end the name of an organisation, or describe one.
var orgNouns = wordSet(`
authority agency committee commission council board bureau department ministry office directorate secretariat government
administration parliament assembly senate congress court tribunal police constabulary army navy force forces brigade
union league federation confederation association society club team guild alliance coalition party movement front branch
company corporation firm group faction militia gang sect holding holdings enterprise enterprises consortium bank fund trust foundation institute
institution university college school academy hospital clinic laboratory observatory museum library church mosque diocese
charity organisation organization network service services centre center press agency chamber exchange syndicate
cooperative co-operative collective embassy consulate mission delegation regiment battalion squad utility railway railways
airline airlines brewery factory shipyard contractor operator publisher station newspaper paper magazine journal channel
broadcaster outlet site website portal newsroom desk daily weekly bulletin gazette newsletter wire service inspectorate
ombudsman treasury exchequer cabinet institute orchestra theatre theater gallery inquiry panel jury watchdog
registry regulator lab partnership ltd limited plc inc llc corp co gmbh fc afc utd united rovers wanderers athletic city town
athletics albion hotspur times post herald gazette tribune chronicle courier mail telegraph observer guardian monitor
journal express star sun mirror record examiner dispatch argus echo standard ledger bugle sentinel inquirer globe news press
radio television tv fm broadcasting media publishing workers dockers railroad works motors records
	airways studios laboratories industries systems technologies pharmaceuticals insurance capital partners associates`)

// mediaNouns describe an outlet: "the paper" is whoever is cited.
var mediaNouns = wordSet(`paper newspaper magazine journal station channel broadcaster outlet site website portal agency daily
	weekly newsletter programme program bulletin blog feed page wire service tabloid publication title monthly quarterly`)

// mediaNames end the names of outlets.
var mediaNames = wordSet(`times post herald gazette tribune chronicle courier mail telegraph observer guardian monitor journal
	express star sun mirror record examiner dispatch argus echo standard ledger bugle sentinel inquirer globe news press radio
	television tv fm broadcasting media wire agency bulletin daily weekly newspaper magazine`)

// placeNouns end the name of a place.
var placeNouns = wordSet(`bridge river street road avenue lane square lake mount mountain hill valley bay island islands isle
	beach coast harbour harbor port quay lock basin canal park forest wood woods airport terminal tower castle palace cathedral
	hotel stadium hall house province district county region state territory peninsula desert sea ocean strait gulf cape
	village north south east west heights gate market dock docks tunnel dam reservoir creek falls cliff moor heath depot row close crescent terrace quarter junction fields meadow plateau cave caves hills mountains lakes springs woods estuary lagoon delta prairie steppe`)

// documentNouns describe a source that is a document.
var documentNouns = wordSet(`letter message announcement release notice statement report document memo memorandum dossier study survey paper e-mail email note
	post video recording transcript file files complaint lawsuit filing indictment verdict ruling order contract minutes
	communique leaflet book article dispatch editorial translation notice poster records papers documents article review audit`)
