import { type GuideLink, guidePath } from '../authorGuide/addresses.ts';
import { editorPath } from '../editor/addresses.ts';
import { escaped } from './escaped.ts';

/**
 * The help of the author's bar: what to do in short, and the way to the guide that tells all of it.
 * @param links the parts of the guide that help with this page
 */
export function helpHtml(links: readonly GuideLink[]): string {
  const parts = [
    ...links.map(({ heading, href }) => ({ name: `Opas: ${heading}`, href })),
    { name: 'Koko opas', href: guidePath },
    { name: 'Kaikki lomakkeet', href: editorPath },
  ];
  return `<details><summary>Ohje</summary>
<ol>
<li>Avaa sivun tiedosto tai lomake ja muuta tekstiä.</li>
<li>Tallenna. Sivu päivittyy itsestään.</li>
<li>Jos jokin meni vikaan, sivu kertoo, missä vika on ja miten korjaat sen. Mitään ei katoa.</li>
</ol>
<ul>${parts.map(({ name, href }) => `<li><a href="${escaped(href)}">${escaped(name)}</a></li>`).join('')}</ul>
</details>`;
}
