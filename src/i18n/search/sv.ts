import type { SearchMessages } from './fi.ts';

/** The search page, in Swedish. */
export const svSearch: SearchMessages = {
  'nav.search': 'Sök',

  'search.title': 'Sök',
  'search.titleOf': 'Sök: {query}',
  'search.description': 'Sök i kursens avsnitt, i det som sägs i videorna och i ordlistan.',
  'search.lead':
    'Sök i avsnitten, i det som sägs i videorna och i ordlistan. Ordets form spelar ingen roll: lupa hittar också luvalla.',
  'search.inFinnish': 'Kursen är på finska, så sök med finska ord.',
  'search.label': 'Vad söker du?',
  'search.submit': 'Sök',
  'search.searching': 'Söker…',
  'search.found': '{count} ställen hittades.',
  'search.foundOne': '1 ställe hittades.',
  'search.results': 'Sökresultat',
  'search.start': 'Sidans början',
  'search.video': 'Video {time}',
  'search.more': 'Visa de övriga {count} ställena',
  'search.moreOne': 'Visa 1 ställe till',
  'search.none': 'Inget hittades med ”{query}”.',
  'search.noneSpelling': 'Kontrollera stavningen.',
  'search.noneOther': 'Försök med ett enda ord, eller med ett annat ord för samma sak.',
  'search.browse': 'Du kan också bläddra:',
  'search.failed': 'Sökningen kunde inte laddas. Kontrollera förbindelsen och försök igen.',
  'search.retry': 'Försök igen',
  'search.noScript': 'Sökningen kräver JavaScript. Utan det kan du bläddra i ordlistan och modulerna.',
  'search.preview':
    'Det går inte att söka i förhandsvisningen: indexet görs först när webbplatsen byggs. Pröva sökningen med kommandot {command}.',
};
