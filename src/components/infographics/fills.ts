/** The colours a drawn shape may have: light enough for dark words in every colour scheme. `Picture.astro` draws them. */
export type Fill = 'white' | 'engel' | 'engel-medium' | 'fog' | 'fog-light' | 'fog-medium' | 'copper' | 'suomenlinna';
