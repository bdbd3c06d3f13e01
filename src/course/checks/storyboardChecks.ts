import type { Scene, StoryboardData } from '../../schemas/storyboard.ts';
import { placeOf } from '../authoredContent.ts';
import type { Authored } from '../authoredContent.ts';
import { error } from '../finding.ts';
import type { Finding } from '../finding.ts';
import { suggest } from '../nearest.ts';
import { narrationFindings } from './narrationChecks.ts';

/** What is wrong in one storyboard besides its fields: what sentences show, and how they can be read aloud. Pure. */
export function storyboardFindings(storyboard: Authored<StoryboardData>): Finding[] {
  const scenes = storyboard.data?.scenes ?? [];
  return [
    ...sceneIds(storyboard, scenes),
    ...scenes.flatMap((scene, index) => [
      ...unknownItems(storyboard, scene, index),
      ...itemsNeverShown(storyboard, scene, index),
      ...itemsTwice(storyboard, scene, index),
      ...tooManyMarked(storyboard, scene, index),
    ]),
    ...narrationFindings(storyboard),
  ];
}

/** Ids of what a scene's sentences show, in the order they are written. */
export function itemsOf(scene: Scene): string[] {
  switch (scene.layout) {
    case 'title':
      return [];
    case 'number':
      return ['value'];
    case 'people':
      return ['marked'];
    case 'compare':
      return [...scene.left.items, ...scene.right.items].map(({ id }) => id);
    case 'points':
    case 'hub':
    case 'steps':
    case 'ladder':
    case 'speech':
      return scene.items.map(({ id }) => id);
  }
}

function sceneIds(storyboard: Authored<StoryboardData>, scenes: readonly Scene[]): Finding[] {
  const ids = scenes.map(({ id }) => id);
  return ids.flatMap((id, index) => {
    if (ids.indexOf(id) === index) return [];
    const place = placeOf(storyboard, ['scenes', index, 'id']);
    return [
      error(place, 'scene-twice', `Kahdella kohtauksella on sama tunnus ”${id}”.`, 'Anna kohtaukselle oma tunnus.'),
    ];
  });
}

function unknownItems(storyboard: Authored<StoryboardData>, scene: Scene, index: number): Finding[] {
  const items = itemsOf(scene);
  return scene.narration.flatMap(({ show }, sentence) =>
    show.flatMap((id, nth) => {
      if (items.includes(id)) return [];
      const place = placeOf(storyboard, ['scenes', index, 'narration', sentence, 'show', nth]);
      const otherwise =
        items.length === 0
          ? 'Poista rivi show: tässä kohtauksessa ei ole kohtia.'
          : `Valitse jokin näistä: ${items.join(', ')}.`;
      const message = `Kohtauksessa ”${scene.id}” ei ole kohtaa ”${id}”.`;
      return [error(place, 'show-unknown', message, suggest(id, items, otherwise))];
    }),
  );
}

function itemsNeverShown(storyboard: Authored<StoryboardData>, scene: Scene, index: number): Finding[] {
  const shown = new Set(scene.narration.flatMap(({ show }) => show));
  return itemsOf(scene).flatMap((id) => {
    if (shown.has(id)) return [];
    const message = `Kohta ”${id}” ei tule koskaan kuvaan kohtauksessa ”${scene.id}”.`;
    const fix = `Lisää rivi show: [${id}] virkkeelle, joka puhuu siitä.`;
    return [error(placeOf(storyboard, ['scenes', index]), 'item-not-shown', message, fix)];
  });
}

function itemsTwice(storyboard: Authored<StoryboardData>, scene: Scene, index: number): Finding[] {
  const items = itemsOf(scene);
  const shown = scene.narration.flatMap(({ show }) => show);
  const twice = new Set([...repeated(items), ...repeated(shown)]);
  return [...twice].map((id) => {
    const message = `Kohta ”${id}” on kohtauksessa ”${scene.id}” kahdesti.`;
    const fix = 'Anna kullekin kohdalle oma tunnus ja näytä kukin vain kerran.';
    return error(placeOf(storyboard, ['scenes', index]), 'item-twice', message, fix);
  });
}

function repeated(ids: readonly string[]): string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}

function tooManyMarked(storyboard: Authored<StoryboardData>, scene: Scene, index: number): Finding[] {
  if (scene.layout !== 'people' || scene.marked <= scene.total) return [];
  const message = `Väritettäviä on ${scene.marked}, mutta joukossa on vain ${scene.total}.`;
  const place = placeOf(storyboard, ['scenes', index, 'marked']);
  return [error(place, 'people-marked', message, 'Korjaa luvut: marked on enintään total.')];
}
