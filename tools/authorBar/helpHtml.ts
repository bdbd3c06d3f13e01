const commands = [
  ['npm run new:module -- tunnus', 'tekee uuden moduulin luonnoksen'],
  [
    'npm run new:part -- section moduuli/osio',
    'tekee osion; sanan section tilalla voi olla quiz, video tai infographic',
  ],
  ['npm run check:content', 'kertoo kaiken, mikä sisällössä on korjattavaa'],
  ['npm run videos', 'tekee uudelleen videot, joiden käsikirjoitus on muuttunut'],
  ['npm run quiz:export', 'vie kysymykset toiseen järjestelmään; quiz:import tuo'],
  [
    'npm run translate:status',
    'kertoo, mitä on kääntämättä; translate:export ja translate:import vievät ja tuovat tekstit',
  ],
] as const;

/** The short help of the author's bar. */
export const helpHtml = `<details><summary>Ohje</summary>
<ol>
<li>Avaa sivun tiedosto yllä olevasta linkistä ja muokkaa tekstiä.</li>
<li>Tallenna. Sivu päivittyy itsestään.</li>
<li>Jos jokin meni vikaan, sivu kertoo paikan ja korjauksen. Mitään ei katoa.</li>
<li>Tarkista lopuksi, että palkissa ei ole virheitä.</li>
</ol>
<p>Komennot päätteessä:</p>
<dl>${commands.map(([command, does]) => `<dt><code>${command}</code></dt><dd>${does}</dd>`).join('')}</dl>
<p>Koko opas on tiedostossa <code>docs/tekijan-opas.md</code>.</p>
</details>`;
