import type { SearchMessages } from './fi.ts';

/** The search page, in English. */
export const enSearch: SearchMessages = {
  'nav.search': 'Search',

  'search.title': 'Search',
  'search.titleOf': 'Search: {query}',
  'search.description': 'Search the sections, the words of the videos and the glossary.',
  'search.lead':
    'Search the sections, the words of the videos and the glossary. Any form of a word will do: lupa also finds luvalla.',
  'search.inFinnish': 'The course is in Finnish, so search with Finnish words.',
  'search.label': 'What are you looking for?',
  'search.submit': 'Search',
  'search.searching': 'Searching…',
  'search.found': '{count} places found.',
  'search.foundOne': '1 place found.',
  'search.results': 'Search results',
  'search.start': 'Beginning of the page',
  'search.video': 'Video {time}',
  'search.more': 'Show the other {count} places',
  'search.moreOne': 'Show 1 more place',
  'search.none': 'Nothing was found for “{query}”.',
  'search.noneSpelling': 'Check the spelling.',
  'search.noneOther': 'Try one word, or another word for the same thing.',
  'search.browse': 'You can also browse:',
  'search.failed': 'The search could not be loaded. Check the connection and try again.',
  'search.retry': 'Try again',
  'search.noScript': 'Searching needs JavaScript. Without it you can browse the glossary and the modules.',
  'search.preview':
    'The preview cannot search: the index is made when the site is built. Try the search with the command {command}.',
};
