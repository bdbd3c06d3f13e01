import { z } from 'astro/zod';
import { id } from './id.ts';
import { accents } from './module.ts';

/** The languages a video can be spoken in. */
export const videoLanguages = ['fi', 'sv', 'en'] as const;
export type VideoLanguage = (typeof videoLanguages)[number];

const item = z.strictObject({
  id: id.describe('Tunnus, jolla kerronta tuo kohdan näkyviin (show).'),
  text: z.string().min(1).max(60).describe('Lyhyt teksti kuvassa. Kerronta sanoo saman asian.'),
});

const sentence = z.strictObject({
  text: z.string().min(1).max(220).describe('Yksi virke, kuten se on tekstityksessä.'),
  say: z
    .string()
    .min(1)
    .optional()
    .describe('Sama virke, kuten se luetaan: luvut, lyhenteet ja vieraat sanat kirjoitettuina auki.'),
  show: z
    .array(id)
    .default([])
    .describe('Kohdat, jotka tulevat kuvaan tämän virkkeen alussa; useampi kohta tulee virkkeen aikana tasaisin välein.'),
});

const scene = {
  id: id.describe('Kohtauksen tunnus.'),
  title: z.string().min(1).max(48).describe('Kohtauksen otsikko. Se näkyy kuvassa ja on luvun nimi soittimessa.'),
  narration: z.array(sentence).min(1),
};

const items = (min: number, max: number) => z.array(item).min(min).max(max);

/** One scene: a heading, a picture that builds up with the words, and what is said. */
export const sceneSchema = z.discriminatedUnion('layout', [
  z.strictObject({ ...scene, layout: z.literal('title'), subtitle: z.string().min(1).max(90).optional() }),
  z.strictObject({ ...scene, layout: z.literal('points'), items: items(2, 5) }),
  z.strictObject({ ...scene, layout: z.literal('hub'), centre: z.string().min(1).max(24), items: items(3, 8) }),
  z.strictObject({ ...scene, layout: z.literal('steps'), items: items(3, 6) }),
  z.strictObject({ ...scene, layout: z.literal('ladder'), items: items(3, 6) }),
  z.strictObject({
    ...scene,
    layout: z.literal('compare'),
    left: z.strictObject({ title: z.string().min(1).max(30), items: items(1, 4) }),
    right: z.strictObject({ title: z.string().min(1).max(30), items: items(1, 4) }),
  }),
  z.strictObject({
    ...scene,
    layout: z.literal('number'),
    value: z.string().min(1).max(12).describe('Luku suurena, esimerkiksi 79 %. Virke tuo sen kuvaan: show: [value].'),
    label: z.string().min(1).max(80).describe('Mistä luku kertoo, vuosi mukana.'),
  }),
  z.strictObject({
    ...scene,
    layout: z.literal('people'),
    total: z.int().min(2).max(50),
    marked: z.int().min(1).describe('Kuinka moni väritetään. Virke värittää heidät: show: [marked].'),
    label: z.string().min(1).max(80).describe('Mistä joukko kertoo, vuosi mukana.'),
  }),
  z.strictObject({
    ...scene,
    layout: z.literal('speech'),
    items: z
      .array(item.extend({ who: z.enum(['client', 'worker']).describe('client: asiakas, worker: työntekijä.'), text: z.string().min(1).max(90) }))
      .min(1)
      .max(3)
      .describe('Repliikit puhekuplina.'),
  }),
]);

/** A video's storyboard: `videos/<id>/storyboard.<lang>.yaml`. `npm run videos` builds the video of it. */
export const storyboardSchema = z.strictObject({
  title: z.string().min(1).describe('Videon nimi.'),
  description: z.string().min(1).max(200).describe('Yksi virke: mitä videossa näkee ja kuulee.'),
  accent: z.enum(accents).default('engel').describe('Videon väri: sama kuin moduulin, jossa video on.'),
  scenes: z.array(sceneSchema).min(3).max(9),
});

export type StoryboardItem = z.infer<typeof item>;
export type Scene = z.infer<typeof sceneSchema>;
export type Sentence = z.infer<typeof sentence>;
export type StoryboardData = z.infer<typeof storyboardSchema>;
