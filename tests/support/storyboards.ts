import { storyboardSchema } from '../../src/schemas/storyboard.ts';
import type { StoryboardData } from '../../src/schemas/storyboard.ts';

const items = [
  { id: 'terveys', text: 'Terveys' },
  { id: 'osaaminen', text: 'Osaaminen' },
];

/** A small storyboard: a title, points that appear in one sentence, and an end. */
export const smallStoryboard: StoryboardData = storyboardSchema.parse({
  title: 'Pieni video',
  description: 'Pieni video kokeita varten.',
  scenes: [
    { id: 'alku', title: 'Alku', layout: 'title', narration: [{ text: 'Aloitetaan.' }] },
    {
      id: 'kohdat',
      title: 'Kohdat',
      layout: 'points',
      items,
      narration: [
        { text: 'Vuonna 2022 kysyttiin kahta asiaa.', say: 'Silloin kysyttiin kahta asiaa.' },
        { text: 'Ne olivat terveys ja osaaminen.', show: ['terveys', 'osaaminen'] },
      ],
    },
    { id: 'loppu', title: 'Loppu', layout: 'title', narration: [{ text: 'Kiitos.' }] },
  ],
});
