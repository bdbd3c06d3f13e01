/** The search page, in Finnish. */
export const fiSearch = {
  'nav.search': 'Haku',

  'search.title': 'Haku',
  'search.titleOf': 'Haku: {query}',
  'search.description': 'Etsi kurssin osioista, videoiden puheesta ja sanastosta.',
  'search.lead':
    'Etsi osioista, videoiden puheesta ja sanastosta. Sanan muodolla ei ole väliä: lupa löytää myös sanan luvalla.',
  'search.inFinnish': 'Kurssi on suomeksi, joten hae suomenkielisillä sanoilla.',
  'search.label': 'Mitä etsit?',
  'search.submit': 'Hae',
  'search.searching': 'Haetaan…',
  'search.found': 'Löytyi {count} kohtaa.',
  'search.foundOne': 'Löytyi 1 kohta.',
  'search.results': 'Hakutulokset',
  'search.start': 'Sivun alku',
  'search.video': 'Video {time}',
  'search.more': 'Näytä muut {count} kohtaa',
  'search.moreOne': 'Näytä vielä 1 kohta',
  'search.none': 'Haulla ”{query}” ei löytynyt mitään.',
  'search.noneSpelling': 'Tarkista, ettei sanassa ole kirjoitusvirhettä.',
  'search.noneOther': 'Kokeile yhtä sanaa tai toista sanaa samasta asiasta.',
  'search.browse': 'Voit myös selata:',
  'search.failed': 'Hakua ei voitu ladata. Tarkista yhteys ja yritä uudelleen.',
  'search.retry': 'Yritä uudelleen',
  'search.noScript': 'Haku vaatii JavaScriptin. Ilman sitä voit selata sanastoa ja moduuleja.',
  'search.preview':
    'Esikatselussa ei voi hakea: hakemisto tehdään vasta, kun sivusto rakennetaan. Kokeile hakua komennolla {command}.',
} as const;

export type SearchMessages = Readonly<Record<keyof typeof fiSearch, string>>;
