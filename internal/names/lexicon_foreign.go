package names

import (
	"cmp"
	"strings"
)

// foreignNouns are callings, bodies and documents in other languages, and what
// they are called in the tables here: "el capitán" is the captain. Words that
// are English ones of another sense are left out.
var foreignNouns = nounTable(`
captain capitán capitana capitaine kapitän kapitänin капитан القبطان الربان capitão capitano;
spokesman portavoz vocero vocera sprecher sprecherin pressesprecher pressesprecherin представитель представительница пресс-секретарь المتحدث المتحدثة الناطق porta-voz portavoce;
minister ministro ministra ministre ministerin министр الوزير الوزيرة;
mayor alcalde alcaldesa maire bürgermeister bürgermeisterin oberbürgermeister мэр العمدة prefeito prefeita sindaco sindaca;
president presidente presidenta président présidente präsident präsidentin президент الرئيس الرئيسة;
director directora directeur directrice direktor direktorin директор المدير المديرة diretor diretora direttore direttrice leiter leiterin;
chief jefe jefa chef cheffe chefin начальник начальница глава رئيس chefe capo;
lawyer abogado abogada avocat avocate anwalt anwältin rechtsanwalt rechtsanwältin адвокат المحامي المحامية advogado advogada avvocato;
prosecutor fiscal procureur procureure staatsanwalt staatsanwältin прокурор المدعي promotor promotora procuratore;
judge juez jueza juge richter richterin судья القاضي القاضية juiz juíza giudice;
doctor médico médica médecin arzt ärztin врач доктор الطبيب الطبيبة medico;
professor profesor profesora professeur professeure professorin профессор الأستاذ الأستاذة professora professore;
researcher investigador investigadora chercheur chercheuse forscher forscherin исследователь الباحث الباحثة pesquisador pesquisadora ricercatore;
engineer ingeniero ingeniera ingénieur ingénieure ingenieur ingenieurin инженер المهندس المهندسة engenheiro engenheira ingegnere;
fisherman pescador pescadora pêcheur pêcheuse fischer fischerin рыбак الصياد pescatore;
worker trabajador trabajadora ouvrier ouvrière arbeiter arbeiterin рабочий العامل trabalhador operaio;
farmer agricultor agricultora campesino campesina agriculteur agricultrice bauer bäuerin фермер المزارع agricultor contadino;
official funcionario funcionaria fonctionnaire beamter beamtin чиновник чиновница المسؤول funcionário funzionario;
witness testigo témoin zeuge zeugin свидетель свидетельница الشاهد الشاهدة testemunha testimone;
neighbour vecino vecina voisin voisine nachbar nachbarin сосед соседка الجار الجارة vizinho vizinha vicino;
coach entrenador entrenadora entraîneur entraîneuse trainerin тренер المدرب المدربة treinador allenatore;
player jugador jugadora joueur joueuse spieler spielerin игрок اللاعب اللاعبة jogador giocatore;
writer escritor escritora écrivain écrivaine schriftsteller schriftstellerin писатель писательница الكاتب الكاتبة escritor scrittore;
journalist periodista journaliste journalistin журналист журналистка الصحفي الصحفية jornalista giornalista;
teacher maestro maestra instituteur institutrice lehrer lehrerin учитель учительница المعلم المعلمة insegnante;
leader líder dirigeant dirigeante anführer anführerin лидер الزعيم dirigente;
commander comandante commandant kommandant командир القائد;
colonel coronel oberst полковник;
sergeant sargento unteroffizier сержант;
priest sacerdote párroco prêtre curé priester pfarrer священник القس parroco;
bishop obispo évêque bischof епископ vescovo;
guard vigilante vigile wächter охранник;
driver chófer conducteur conductrice fahrer fahrerin водитель السائق motorista autista;
pilot piloto pilote пилот الطيار pilota;
miner minero mineur bergmann шахтер шахтёр;
baker panadero panadera boulanger boulangère bäcker bäckerin пекарь;
cook cocinero cocinera cuisinier cuisinière koch köchin повар cozinheiro cozinheira;
student estudiante étudiant étudiante studentin студент студентка الطالب estudante;
ambassador embajador embajadora ambassadeur ambassadrice botschafter botschafterin посол السفير embaixador ambasciatore;
senator senador senadora sénateur sénatrice senatorin сенатор;
deputy diputado diputada député députée abgeordneter abgeordnete депутат النائب deputado deputada deputato;
councillor concejal concejala vereador;
inspector inspecteur inspectrice inspektor;
adviser asesor asesora conseiller conseillère berater beraterin советник;
expert experto experta эксперт الخبير esperto;
analyst analista analyste аналитик;
source fuente quelle источник المصدر fonte;
resident residente habitant habitante bewohner bewohnerin житель жительница;
brother hermano frère bruder брат irmão fratello;
sister hermana sœur schwester сестра irmã sorella;
mother madre mère mutter мать mãe;
wife esposa épouse ehefrau жена moglie;
husband marido ehemann муж;
widow viuda veuve witwe вдова vedova;
friend amigo amiga amie freund freundin друг подруга amico amica;
translator traductor traductora traducteur traductrice übersetzer übersetzerin переводчик переводчица المترجم;
photographer fotógrafo fotógrafa fotograf fotografin фотограф;
founder fundador fundadora fondateur fondatrice gründer gründerin основатель المؤسس;
owner dueño dueña propietario propietaria propriétaire besitzer besitzerin владелец владелица المالك proprietário proprietario;
keeper guardián guarda gardien gardienne wärter wärterin смотритель хранитель الحارس الحارسة guardião custode;
sailor marinero marinera marin matrose matrosin матрос моряк البحار marinheiro marinaio;
soldier soldado soldat soldatin солдат الجندي soldato;
nurse enfermero enfermera infirmier infirmière krankenschwester pfleger медсестра الممرض الممرضة enfermeiro enfermeira infermiera;
woman mujer femme frau женщина المرأة mulher donna;
man hombre homme mann мужчина الرجل homem uomo;
ministry ministerio ministère ministerium министерство الوزارة ministério ministero;
police policía polizei полиция الشرطة polícia polizia;
government gobierno gouvernement regierung правительство الحكومة governo;
army ejército armée armee bundeswehr армия الجيش exército esercito;
company empresa compañía entreprise société firma unternehmen компания الشركة companhia impresa azienda;
union sindicato syndicat gewerkschaft профсоюз النقابة sindacato;
front frente фронт الجبهة;
league liga ligue лига الرابطة lega;
movement movimiento mouvement bewegung движение الحركة movimento;
group grupo groupe gruppe группа группировка الجماعة المجموعة gruppo;
militia milicia milice miliz ополчение الميليشيا milícia milizia;
party partido parti partei партия الحزب partito;
club klub verein клуб النادي clube;
association asociación ассоциация الجمعية associação associazione;
organisation organización организация المنظمة organização organizzazione;
federation federación fédération verband федерация الاتحاد federação federazione;
committee comité ausschuss комитет اللجنة comitê comitato;
authority autoridad autorité behörde الهيئة autoridade autorità;
agency agencia agence agentur агентство الوكالة agência agenzia;
university universidad université universität университет الجامعة universidade università;
hospital hôpital krankenhaus больница المستشفى ospedale;
museum museo musée музей المتحف museu;
council ayuntamiento concejo conseil gemeinderat stadtrat совет المجلس câmara;
newspaper periódico journal zeitung газета الصحيفة الجريدة jornal giornale;
letter carta lettre brief письмо الرسالة lettera;
report informe rapport bericht отчёт отчет доклад التقرير relatório rapporto;
statement comunicado communiqué erklärung mitteilung заявление البيان nota comunicato`)

func nounTable(s string) map[string]string {
	t := make(map[string]string)
	for line := range strings.SplitSeq(s, ";") {
		words := strings.Fields(line)
		for _, w := range words[1:] {
			t[w] = words[0]
		}
	}
	return t
}

// foreignSmall are the small words around them.
var foreignSmall = nounTable(`the el los las le les der die das den dem il lo gli os l'; a un una une ein eine einen einer um uma uno;
his su sus sa ses sein seine seinen ihr ihre seu sua; he él er он هو ele lui; she ella elle она هي ela lei; who quien quienes qui кто который которая;
of de del du des von vom do dos das di della dell' d'; that que dass что أن إن che; and y et und и e;
said dijo declaró afirmó añadió contó explicó aseguró dit déclaré affirmé affirme ajouté sagte erklärte сказал сказала заявил заявила сообщил сообщила
قال قالت أكد أكدت أضاف أضافت disse afirmou declarou ha-detto`)

// gloss puts the words of other languages that the tables know in English, for
// all that reads words and not text. It comes after names are found, to whom
// the same words are particles: Carlos de la Torre.
func (rd *reading) gloss() {
	if rd.doc.Lang == "en" || rd.doc.Lang == "" {
		return
	}
	for i, w := range rd.words {
		if rd.mentionAt(i) != nil {
			continue
		}
		if noun, ok := foreignNouns[w]; ok {
			rd.words[i] = noun
		} else if small, ok := foreignSmall[w]; ok && (!rd.capital(i+1) || rd.doc.Lang == "de") {
			rd.words[i] = small
			if (w == "der" || w == "des") && i > 0 && isPersonNoun(rd.words[i-1]) {
				rd.words[i] = "of" // Sprecher der Polizei
			}
		}
	}
}

// calling tells whether a capital word is a calling and no name, in a language
// that writes every noun with a capital or at the beginning of a sentence:
// "der Richter", "Richter Brandt", but "sagte Richter".
func (rd *reading) calling(i int) bool {
	if rd.doc.Lang == "en" || foreignNouns[rd.word(i)] == "" || rd.bodyAbroad(i) {
		return false
	}
	_, small := foreignSmall[rd.word(i-1)]
	return small || rd.starts(i) || rd.capital(i+1)
}

// bodyAbroad tells whether the name of a body begins at token i, as it does in
// languages that put the kind of body first: "Frente de los Molinos".
func (rd *reading) bodyAbroad(i int) bool {
	switch rd.doc.Lang {
	case "", "en", "de":
		return false
	}
	return orgNouns[cmp.Or(foreignNouns[rd.word(i)], rd.word(i))] && rd.capital(i) && rd.same(i, i+1) && rd.particle(rd.word(i+1)) && rd.particleGoesOn(i+1)
}
