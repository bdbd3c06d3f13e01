/** The accessibility statement, in Finnish. */
export const fiAccessibility = {
  'accessibility.title': 'Saavutettavuus',
  'accessibility.description': 'Miten saavutettava Oppihetki on, miten se on testattu ja kenelle kertoa puutteista.',
  'accessibility.lead':
    'Haluamme, että jokainen voi opiskella Oppihetkessä. Tämä seloste koskee Oppihetkeä, ja siitä vastaa {organisation}.',
  'accessibility.stateTitle': 'Tilanne nyt',
  'accessibility.stateFull':
    'Oppihetki täyttää lain vaatimukset: verkkosisällön saavutettavuusohjeiden WCAG 2.2 tasot A ja AA.',
  'accessibility.statePartial':
    'Oppihetki täyttää lain vaatimukset osittain. Tavoite on verkkosisällön saavutettavuusohjeiden WCAG 2.2 taso AA.',
  'accessibility.notChecked':
    'Kaikkia tarkistuksia ei ole vielä tehty, joten puutteita voi olla enemmän kuin tiedämme.',
  'accessibility.gapsTitle': 'Mikä ei ole vielä saavutettavaa',
  'accessibility.noGaps': 'Tiedossamme ei ole kohtia, jotka eivät täytä vaatimuksia.',
  'accessibility.criterion': 'WCAG {criterion}',
  'accessibility.automatedTitle': 'Mitä testit tarkistavat',
  'accessibility.automated':
    '{engine} kävi läpi {pages} sivua ja {states} tilaa vaalealla ja tummalla ulkoasulla {date}. Poikkeamia ei jäänyt.',
  'accessibility.automatedMore':
    'Testit suorittavat kurssin myös pelkällä näppäimistöllä ja kokeilevat sivut 320 kuvapisteen levyisessä ikkunassa, kaksinkertaisella tekstikoolla, ilman liikettä ja ilman JavaScriptiä.',
  'accessibility.automatedAlways': 'Testit ajetaan aina, kun palvelua tai sen sisältöä muutetaan.',
  'accessibility.checksTitle': 'Mitä ihmiset tarkistavat',
  'accessibility.made': 'Tehty {date}.',
  'accessibility.notYet': 'Ei vielä tehty.',
  'accessibility.goodToKnowTitle': 'Hyvä tietää',
  'accessibility.language':
    'Kurssin sisältö on vain suomeksi. Ruotsin- ja englanninkielisillä sivuilla suomenkielinen sisältö on merkitty suomeksi, jotta ruudunlukija lukee sen oikein.',
  'accessibility.script': 'Kysymyksiin vastaaminen ja haku vaativat JavaScriptin. Kaikki muu toimii ilman sitä.',
  'accessibility.voice': 'Videoissa puhuu koneääni. Niissä on tekstitys, ja puhe on luettavissa videon vierestä.',
  'accessibility.feedbackTitle': 'Kerro puutteesta',
  'accessibility.feedback':
    'Jos jokin ei toimi tai tarvitset tiedon muussa muodossa, kerro siitä. Vastaamme 14 päivän kuluessa.',
  'accessibility.feedbackLink': 'Anna saavutettavuuspalautetta',
  'accessibility.supervisorTitle': 'Valvova viranomainen',
  'accessibility.supervisor':
    'Jos et saa vastausta 14 päivässä tai vastaus ei riitä, voit kannella valvovalle viranomaiselle:',
  'accessibility.revised': 'Seloste perustuu omaan arvioon. Se on päivitetty {date}.',
} as const;

/** What every language must hold. */
export type AccessibilityMessages = Readonly<Record<keyof typeof fiAccessibility, string>>;
