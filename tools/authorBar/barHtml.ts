import type { TranslationCount } from '../../src/course/artefact.ts';
import type { Finding } from '../../src/course/finding.ts';
import { guideLinks } from '../authorGuide/addresses.ts';
import { editorPathOf } from '../editor/addresses.ts';
import { barScript, barStyle } from './barParts.ts';
import { escaped } from './escaped.ts';
import { findingList, placeLink } from './findingHtml.ts';
import { helpHtml } from './helpHtml.ts';
import type { PageState } from './pageState.ts';

/**
 * The author's bar: closed it says in one line how the page stands, opened all that is known of it. In Finnish.
 * @param reloads how often pages had been told to load again when this one was asked for
 */
export function barHtml(state: PageState, reloads: number): string {
  const links = guideLinks(
    state.files.map(({ file }) => file),
    state.here.length > 0,
  );
  return `<style>${barStyle}</style>
<aside class="oppi-bar" data-reloads="${reloads}" lang="fi" aria-label="Tekijän palkki"><details>
<summary><strong>Tekijän palkki</strong> <span>${escaped(summary(state))}</span></summary>
<div class="oppi-panel" tabindex="0" role="group" aria-label="Tekijän palkin sisältö">
${files(state)}
${helpHtml(links)}
${here(state)}
${elsewhere(state.elsewhere)}
${isContent(state) ? `<h2>Sivun tila</h2>\n${facts(state)}` : ''}
</div></details></aside>
<script>${barScript}</script>`;
}

function isContent({ files }: PageState): boolean {
  return files.length > 0;
}

function summary(state: PageState): string {
  const parts = isContent(state)
    ? [counted(state.here, 'tällä sivulla') || 'sivu on kunnossa', ...(state.minutes ? [minutes(state.minutes)] : [])]
    : [];
  const told = [...parts, counted(state.elsewhere, 'muualla')].filter(Boolean).join(' · ');
  return told || 'sisältö on kunnossa';
}

/** `1 virhe ja 2 huomautusta muualla`; empty for none. */
function counted(findings: readonly Finding[], where: string): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  const parts = [
    ...(errors > 0 ? [`${errors} ${errors === 1 ? 'virhe' : 'virhettä'}`] : []),
    ...(warnings > 0 ? [`${warnings} ${warnings === 1 ? 'huomautus' : 'huomautusta'}`] : []),
  ];
  return parts.length === 0 ? '' : `${parts.join(' ja ')} ${where}`;
}

function minutes({ page, module, target }: NonNullable<PageState['minutes']>): string {
  const shown = (seconds: number) => (seconds / 60).toFixed(1).replace('.', ',');
  const whole = `moduuli ${shown(module)} / ${target} min`;
  return page === null ? whole : `osio ${shown(page)} min, ${whole}`;
}

function files(state: PageState): string {
  if (!isContent(state)) return '<p>Tämä sivu ei näytä sisältöä, jota muokataan tiedostoissa.</p>';
  const items = state.files.map(({ file, what }) => `<li>${placeLink(file)} – ${escaped(what)}${formLink(file)}</li>`);
  return `<h2>Tiedostot, joista sivu tehdään</h2>
<p>Tiedoston nimi avaa sen muokkaimessa, jos muokkain on auki. Lomakkeella muokkaat samaa tiedostoa selaimessa.</p>
<ul>${items.join('')}</ul>`;
}

/** The way to a file's form in the editor, where it has one. */
function formLink(file: string): string {
  const path = editorPathOf(file);
  if (path === null) return '';
  return `, <a href="${escaped(path)}" aria-label="lomake: ${escaped(file)}">lomake</a>`;
}

function here(state: PageState): string {
  if (!isContent(state)) return '';
  const list = state.here.length === 0 ? '<p>Ei huomautettavaa.</p>' : findingList(state.here, new Map());
  return `<h2>Korjattavaa tällä sivulla</h2>${list}`;
}

function elsewhere(findings: readonly Finding[]): string {
  if (findings.length === 0) return '<p>Muualla ei ole korjattavaa.</p>';
  return `<details><summary>Muualla: ${counted(findings, '').trim()}</summary>
<p>Näet samat päätteessä komennolla <code>npm run check:content</code>.</p>
${findingList(findings, new Map())}</details>`;
}

const videoWords = {
  fresh: 'tehty; tekstitys ja puhe tekstinä ovat ajan tasalla',
  stale: 'käsikirjoitus on muuttunut: tee video uudelleen',
  unbuilt: 'tekemättä: tekstitys ja puhe tekstinä syntyvät videon mukana',
} as const;

function facts(state: PageState): string {
  const videos = state.videos.map(({ id, language, state: now }) => `${id} (${language}): ${videoWords[now]}`);
  const pictures = state.pictures.map(({ name, hasText }) => `${name}: ${hasText ? 'on' : 'puuttuu'}`);
  const sources = state.sources.map(({ id, reviewBy }) => {
    return reviewBy === null ? id : `${id}, tarkistettava viimeistään ${day(reviewBy)}`;
  });
  const rows = [
    ['Kesto', state.minutes ? [minutes(state.minutes)] : []],
    ['Videot, tekstitykset ja puhe tekstinä', videos],
    ['Kuvien ja infografiikkojen tekstivastineet', pictures],
    ['Lähteet', [...new Set(sources)]],
    ['Käännökset', translations(state.translations)],
  ] as const;
  return `<dl>${rows.map(([name, values]) => `<dt>${name}</dt>${terms(values)}`).join('')}</dl>`;
}

function terms(values: readonly string[]): string {
  return values.length === 0 ? '<dd>ei ole</dd>' : values.map((value) => `<dd>${escaped(value)}</dd>`).join('');
}

function translations(counts: readonly TranslationCount[]): string[] {
  const names = { sv: 'ruotsi', en: 'englanti' };
  return [...Map.groupBy(counts, ({ language }) => language)].map(([language, ofLanguage]) => {
    const sum = (field: 'texts' | 'missing' | 'stale') => ofLanguage.reduce((total, one) => total + one[field], 0);
    if (sum('missing') + sum('stale') === 0) return `${names[language]}: valmis`;
    return `${names[language]}: puuttuu ${sum('missing')}, vanhentunut ${sum('stale')} (tekstejä ${sum('texts')})`;
  });
}

function day(date: string): string {
  const [year, month, dayOfMonth] = date.split('-').map(Number);
  return Number.isNaN(dayOfMonth) ? date : `${dayOfMonth}.${month}.${year}`;
}
