import { fiAccessibility } from './accessibility/fi.ts';
import { fiCertificates } from './certificates/fi.ts';
import { fiFeedback } from './feedback/fi.ts';
import { fiMaterials } from './materials/fi.ts';
import { fiRecords } from './records/fi.ts';
import { fiReports } from './reports/fi.ts';
import { fiReview } from './review/fi.ts';
import { fiSearch } from './search/fi.ts';
import { fiSignIn } from './signIn/fi.ts';
import { fiStatistics } from './statistics/fi.ts';

/** The user interface in Finnish: the source of the keys. `{name}` places are filled by `fill.ts`. */
export const fi = {
  ...fiMaterials,
  ...fiAccessibility,
  ...fiCertificates,
  ...fiFeedback,
  ...fiRecords,
  ...fiReports,
  ...fiReview,
  ...fiSearch,
  ...fiSignIn,
  ...fiStatistics,

  'site.name': 'Oppihetki',
  'site.tagline': 'Oppimista pienissä paloissa',
  'site.skip': 'Siirry sisältöön',
  'site.home': 'Oppihetki, kurssin etusivu',

  'nav.main': 'Päävalikko',
  'nav.course': 'Kurssi',
  'nav.my': 'Oma oppiminen',
  'nav.glossary': 'Sanasto',
  'nav.reports': 'Suoritukset',
  'nav.authoring': 'Sisältö',
  'nav.language': 'Kieli',
  'nav.signIn': 'Kirjaudu sisään',
  'nav.signOut': 'Kirjaudu ulos',
  'nav.account': 'Oma valikko',

  'unsent.title': 'Kaikkea ei ole vielä lähetetty',
  'unsent.count':
    'Lähettämättä: {count}. Vastauksesi ja merkintäsi ovat vasta tällä laitteella. Jos kirjaudut nyt ulos, ne poistetaan, eivätkä ne tallennu.',
  'unsent.send': 'Yritä lähettää',
  'unsent.leave': 'Kirjaudu ulos ja poista ne',
  'unsent.stay': 'Peruuta',

  'language.fi': 'Suomeksi',
  'language.sv': 'På svenska',
  'language.en': 'In English',

  'footer.about': 'Tietoa palvelusta',
  'footer.sources': 'Lähteet',
  'footer.accessibility': 'Saavutettavuus',
  'footer.verify': 'Tarkista todistus',
  'footer.privacy': 'Tietosuoja',
  'footer.feedback': 'Anna palautetta',

  'content.finnishOnly': 'Kurssin sisältö on toistaiseksi vain suomeksi.',

  'course.kicker': 'Kurssi · {modules} moduulia · {minutes} min',
  'course.kickerOne': 'Kurssi · 1 moduuli · {minutes} min',
  'course.modules': 'Moduulit',
  'course.modulesLead': 'Voit opiskella pienissä paloissa. Jatkat aina siitä, mihin jäit.',
  'course.startNote': 'noin {minutes} min',
  'course.resumeNote': 'noin {minutes} min tässä osiossa',
  'course.allDone': 'Katso suorituksesi',
  'course.allDoneNote': 'Olet suorittanut kaikki julkaistut moduulit.',

  'module.minutes': '{minutes} min',
  'module.notStarted': 'aloittamatta',
  'module.left': 'jäljellä noin {minutes} min',
  'module.answersLeft': 'kysymyksiä on vielä vastaamatta',
  'module.completedOn': 'suoritettu {date}',
  'module.announced': 'Tulossa',
  'module.draft': 'Luonnos',
  'module.progress': 'Eteneminen: {title}',
  'module.kicker': 'Moduuli {number} / {total} · {minutes} min',
  'module.objectives': 'Moduulin jälkeen',
  'module.sections': 'Osiot',
  'module.start': 'Aloita: {title}',
  'module.resume': 'Jatka: {title}',
  'module.review': 'Kertaa: {title}',
  'module.sectionDone': 'valmis',

  'end.rule': 'Milloin moduuli on suoritettu?',
  'end.ruleText':
    'Moduuli on suoritettu, kun olet käynyt läpi kaikki osiot ja vastannut kerran jokaiseen kysymykseen. Oikeita vastauksia ei lasketa, ja voit yrittää niin monta kertaa kuin haluat.',
  'end.signIn': 'Kirjaudu, niin etenemisesi tallentuu.',
  'end.signInLink': 'Kirjaudu sisään',
  'end.missing': 'Vielä puuttuu',
  'end.missingText': 'Moduuli merkitään suoritetuksi heti, kun nämä on tehty.',
  'end.missingSection': 'Osio: {title}',
  'end.missingQuestions': 'Vastaamattomia kysymyksiä osiossa {title}: {count}',
  'end.completed': 'Moduuli suoritettu',
  'end.completedText': 'Suoritit moduulin {date}. Suoritus on tallennettu.',
  'end.toCourse': 'Kurssin etusivulle',
  'end.nextModule': 'Seuraava moduuli: {title}',
  'end.unavailable': 'Etenemistäsi ei voitu hakea. Lataa sivu hetken päästä uudelleen.',

  'section.kicker': 'Osio {number} / {total} · {minutes} min',
  'section.nav': 'Moduulin osiot',
  'section.where': 'Osio {number} / {total}: {title}',
  'section.pager': 'Edellinen ja seuraava osio',
  'section.finish': 'Viimeistele moduuli',
  'section.signedOut': 'Voit lukea kaiken kirjautumatta. Eteneminen tallentuu vain, kun olet kirjautunut.',
  'section.signIn': 'Kirjaudu sisään',
  'section.saved': 'tallennettu',
  'section.waiting': 'odottaa yhteyttä',
  'section.waitingSignIn': 'odottaa kirjautumista',

  'end.missingQuiz': 'Lopputesti: tarvitset {needed}/{total} oikein',
  'end.ruleTextQuiz':
    'Moduuli on suoritettu, kun olet käynyt läpi kaikki osiot, vastannut jokaiseen kysymykseen ja saanut lopputestin läpi. Voit yrittää niin monta kertaa kuin haluat.',

  'callout.tip': 'Vinkki',
  'callout.note': 'Huomaa',
  'callout.example': 'Esimerkki',

  'glossary.title': 'Sanasto',
  'glossary.description': 'Kurssin keskeiset sanat selkeästi selitettyinä ja lähteineen.',
  'glossary.lead': 'Kurssin keskeiset sanat yhdellä tai kahdella virkkeellä.',
  'glossary.letters': 'Siirry kirjaimeen',
  'glossary.see': 'Katso myös',

  'sources.title': 'Lähteet',
  'sources.description': 'Mistä kurssin tiedot ovat peräisin.',
  'sources.lead': 'Kurssin tiedot perustuvat näihin lähteisiin. Teksti on kirjoitettu omin sanoin.',
  'sources.open': 'Avaa lähde',

  'status.info': 'Tiedoksi',
  'status.success': 'Valmis',
  'status.error': 'Virhe',

  'error.404.title': 'Sivua ei löytynyt',
  'error.404.text': 'Osoitteessa ei ole sivua. Sivu on voinut siirtyä, tai osoitteessa on kirjoitusvirhe.',
  'error.404.advice': 'Tarkista osoite tai jatka kurssin etusivulta.',
  'error.403.title': 'Sinulla ei ole oikeutta tähän sivuun',
  'error.403.text': 'Sivu on tarkoitettu toiselle käyttäjäryhmälle, esimerkiksi esihenkilöille.',
  'error.403.advice': 'Jos sivun pitäisi näkyä sinulle, pyydä oikeus palvelun ylläpidolta.',
  'error.500.title': 'Jokin meni pieleen',
  'error.500.text': 'Vika on palvelussamme. Aiemmin tallennettu etenemisesi on tallessa.',
  'error.500.advice': 'Lataa sivu hetken päästä uudelleen. Jos vika toistuu, kerro siitä meille.',
  'error.home': 'Kurssin etusivulle',
  'error.report': 'Kerro viasta',

  'offline.title': 'Ei yhteyttä',
  'offline.lead':
    'Tätä sivua ei ole tallessa tällä laitteella. Kokeile uudelleen, kun yhteys palaa. Vastauksesi ja merkintäsi ovat tallessa.',
  'offline.kept': 'Nämä voit lukea ilman yhteyttä',

  'mistake.tell': 'Ilmoita virheestä tällä sivulla',
  'mistake.subject': 'Virhe osiossa {title}',
  'mistake.body': 'Sivu: {path}\n\nMikä on pielessä?',
  'fit.title': 'Paljonko sinulla on aikaa?',
  'fit.nothing': 'Siinä ajassa ei ehdi yhtään jäljellä olevaa osiota.',
  'fit.found': 'Tämän ehdit {minutes} minuutissa:',
  'print.title': 'Tulosta: {title}',
  'print.print': 'Tulosta',
  'print.back': 'Takaisin moduuliin',
  'print.whole': 'Tulosta koko moduuli',
  'glossary.uses': 'Käytetään osioissa',

  'privacy.title': 'Tietosuoja',
  'privacy.description': 'Mitä opiskelustasi tallennetaan, miksi ja kuka sen näkee.',
  'privacy.lead': 'Tallennamme vain sen, mitä tarvitaan, jotta voit jatkaa opiskelua ja osoittaa suorituksesi.',
  'privacy.storedTitle': 'Mitä tallennetaan ja miksi',
  'privacy.storedSections': 'Mitkä osiot olet käynyt läpi ja milloin: jotta voit jatkaa siitä, mihin jäit.',
  'privacy.storedAnswers':
    'Vastauksesi kysymyksiin ja vastaamiseen kulunut aika: jotta näet ne uudelleen ja moduulin suoritus voidaan todeta, ja jotta huonoa kysymystä voidaan parantaa.',
  'privacy.storedVideos': 'Mitkä videot olet katsonut ja mihin kohtaan jäit: jotta jatkat samasta kohdasta.',
  'privacy.storedCompletions': 'Suoritetut moduulit, päivä ja sisällön versio: jotta suorituksen voi osoittaa.',
  'privacy.storedPerson':
    'Nimesi, yksikkösi ja roolisi: ne pidetään erillään opiskelutiedoista. Opiskelutiedoissa sinulla on satunnainen tunnus, ei nimeä eikä sähköpostia.',
  'privacy.whoTitle': 'Kuka näkee',
  'privacy.whoYou': 'Sinä näet omat tietosi.',
  'privacy.whoManager':
    'Esihenkilösi näkee, oletko suorittanut moduulin, milloin ja minkä version. Hän ei näe vastauksia, pisteitä, käytettyä aikaa eikä sitä, onko moduuli kesken.',
  'privacy.whoCoordinator':
    'Sisällön tekijät eivät näe yksittäisen ihmisen vastauksia. He näkevät vain vähintään kymmenen ihmisen yhteenvetoja siitä, miten kysymyksiin on vastattu ja osioita käyty läpi.',
  'privacy.notTitle': 'Mitä ei tehdä',
  'privacy.notShared': 'Sivut eivät lähetä mitään muille palveluille: ei mainoksia eikä seurantaa.',
  'privacy.notJudged': 'Kysymyksillä ei arvioida sinua. Ne auttavat oppimaan.',
  'privacy.browserTitle': 'Selaimessasi',
  'privacy.browserCookie': 'Kirjautuminen käyttää välttämätöntä evästettä, joka vanhenee itsestään.',
  'privacy.browserStorage':
    'Selaimessa on tallessa eteneminen, omat muistiinpanosi sekä vastaukset ja merkinnät, kunnes ne on lähetetty. Avaamasi moduulin sivut jäävät selaimeen luettaviksi ilman yhteyttä, videot vain jos niin valitset. Kun kirjaudut ulos, tämä kaikki poistetaan laitteelta.',
  'privacy.askTitle': 'Kysy tai pyydä',
  'privacy.ask': 'Voit kysyä tiedoistasi tai pyytää niiden poistamista:',
  'privacy.askLink': 'Ota yhteyttä',

  'signIn.title': 'Kirjaudu sisään',
  'signIn.description': 'Kirjaudu, niin etenemisesi tallentuu.',
  'signIn.lead': 'Tämä on kokeiluversio tällä koneella. Valitse, kenenä kirjaudut. Salasanaa ei tarvita.',
  'signIn.signedInAs': 'Olet jo kirjautunut: {name}.',
  'signIn.learner': 'Oppija',
  'signIn.learnerText': 'Opiskelee kurssia. Yksikkö: aikuissosiaalityö, länsi.',
  'signIn.learner2': 'Oppija 2',
  'signIn.learner2Text': 'Opiskelee kurssia toisessa yksikössä. Yksikkö: terveysasema, itä.',
  'signIn.coordinator': 'Koordinaattori',
  'signIn.coordinatorText': 'Huolehtii kurssin sisällöstä.',
  'signIn.manager': 'Esihenkilö',
  'signIn.managerText': 'Näkee oman yksikkönsä suoritukset. Yksikkö: aikuissosiaalityö, länsi.',
  'my.title': 'Oma oppiminen',
  'my.description': 'Missä olet kurssilla ja mitä olet suorittanut.',
  'my.lead':
    'Tässä näet, missä olet kurssilla ja mitä olet suorittanut. Esihenkilösi näkee vain, oletko suorittanut moduulin ja milloin.',
  'my.modules': 'Moduulit',
  'my.module': 'Moduuli',
  'my.state': 'Tilanne',
  'my.sections': 'Osiot',
  'my.questions': 'Vastatut kysymykset',
  'my.completedOn': 'Suoritettu {date}',
  'my.open': 'Kesken',
  'my.notStarted': 'Aloittamatta',
  'my.ofAll': '{done} / {all}',
  'my.toCourse': 'Kurssin etusivulle',
  'my.recorded': 'Mitä sinusta on tallennettu',
  'my.recordedText': 'Läpikäydyt osiot, vastauksesi ja suoritukset ajankohtineen. Lue lisää sivulta {link}.',
  'authoring.title': 'Sisältö',
  'authoring.description': 'Kurssin moduulit, niiden kesto ja tiedostot.',
  'authoring.lead':
    'Kurssin moduulit sellaisina kuin ne ovat nyt julkaistuina. Sisältöä muokataan tiedostoina; näet muutokset heti, kun käynnistät esikatselun komennolla {command}.',
  'authoring.checkText': 'Tarkista sisältö komennolla {command}: se kertoo suomeksi, mitä pitää korjata ja missä.',
  'authoring.modules': 'Moduulit',
  'authoring.module': 'Moduuli',
  'authoring.state': 'Tila',
  'authoring.published': 'Julkaistu',
  'authoring.announced': 'Tulossa',
  'authoring.version': 'Versio',
  'authoring.minutes': 'Minuutteja / tavoite',
  'authoring.sections': 'Osioita',
  'authoring.questions': 'Kysymyksiä',
  'authoring.folder': 'Kansio',
} as const;

export type MessageKey = keyof typeof fi;
/** What every language must hold: the same keys as Finnish. */
export type Messages = Readonly<Record<MessageKey, string>>;
