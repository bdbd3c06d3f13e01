import { allIds } from '../../src/course/contentIds.ts';
import type { CheckedContent } from '../../src/course/checkContent.ts';
import { contentOf } from '../../src/course/readContent.ts';
import { formPath } from './addresses.ts';
import { ChangedMeanwhileError, readContentFile, versionOf, writeContentFile } from './contentFile.ts';
import type { ContentFile } from './contentFile.ts';
import { fieldFindings } from './fieldFindings.ts';
import { afterPress, parsePressed } from './fields/actions.ts';
import type { FormValue } from './fields/formValue.ts';
import { lockedIn, lostIds } from './fields/lockedIds.ts';
import { readPosted } from './fields/posted.ts';
import type { Path } from './fields/posted.ts';
import { rebased } from './fields/rebased.ts';
import { referencesIn } from './fields/references.ts';
import type { FormToken } from './guard.ts';
import { formPage } from './pages/formPage.ts';
import type { Notice } from './pages/formPage.ts';
import { message } from './pages/frame.ts';
import type { Markup } from './pages/frame.ts';
import { NotInFormError } from './text/formEdits.ts';
import { formOf, sourceOf, withForm } from './text/withForm.ts';
import type { FormContent } from './text/withForm.ts';
import type { Target } from './targets.ts';
import { pagesOf } from './uses.ts';

export interface Answer {
  readonly status: number;
  readonly page: Markup;
  /** Where to go on after what was asked for was saved. */
  readonly savedTo?: string;
}

export interface Asked {
  /** What was filled in; null when the form is only looked at. */
  readonly posted: URLSearchParams | null;
  readonly saved: boolean;
}

/** What a request to a form gets: the form as the file has it, as a button made it, or with what keeps it from being saved. */
export async function formAnswer(
  root: string,
  token: FormToken,
  target: Target,
  checked: CheckedContent,
  { posted, saved }: Asked,
): Promise<Answer> {
  const file = await readContentFile(root, target.file);
  const onDisk = formOf(target, file.text);
  // Of an entry only its own lines count: that others of its file change is no conflict.
  const versionOnDisk = versionOf(sourceOf(target, file.text));
  if (!onDisk) return { status: 409, page: unreadable(target, checked) };
  const show = (
    content: FormContent,
    version: string,
    notice: Notice | null,
    focus: Path | null,
    status = 200,
  ): Answer => ({
    status,
    page: formPage({
      target,
      view: viewOf(target, checked, file.text, onDisk.value, content, focus),
      body: content.body,
      token: token.value,
      version,
      pages: pagesOf(target, checked.content),
      notice,
    }),
  });
  if (!posted) return show(onDisk, versionOnDisk, saved ? savedNotice : null, null);
  const version = posted.get('version') ?? '';
  const form: FormContent = {
    value: readPosted(target.schema, posted),
    body: onDisk.body === null ? null : (posted.get('body') ?? '').replace(/\r\n?/g, '\n'),
  };
  if (!token.isRight(posted.get('token') ?? '')) return show(form, version, expired, null, 403);
  const pressed = posted.get('do') ?? 'save';
  const press = parsePressed(pressed);
  if (press) {
    const variant = posted.get(`v:${press.path.join('.')}`) ?? undefined;
    const after = afterPress(target.schema, form.value, press, variant);
    return show({ ...form, value: after.form }, version, null, after.focus);
  }
  const overwrites = pressed === 'overwrite';
  if (version !== versionOnDisk && !overwrites) return show(form, version, changedMeanwhile, null, 409);
  try {
    const wanted = version === versionOnDisk ? form : { ...form, value: rebased(form.value, onDisk.value) };
    await save(root, target, checked, file, wanted);
  } catch (error) {
    if (error instanceof ChangedMeanwhileError) return show(form, version, changedMeanwhile, null, 409);
    if (error instanceof PublishedIdsError) return show(form, version, publishedIds(error.ids), null, 409);
    if (error instanceof NotInFormError) return show(form, version, notInForm, null, 422);
    throw error;
  }
  return { status: 303, page: message('Tallennettu', ''), savedTo: `${formPath(target.kind, target.id)}?tallennettu` };
}

/** A save would take away ids that learners' records name. Nothing was written. */
class PublishedIdsError extends Error {
  override readonly name = 'PublishedIdsError';
  readonly ids: readonly string[];
  constructor(ids: readonly string[]) {
    super(ids.join(', '));
    this.ids = ids;
  }
}

async function save(
  root: string,
  target: Target,
  { ledger }: CheckedContent,
  { text, version }: ContentFile,
  form: FormContent,
): Promise<void> {
  const wanted = withForm(target, text, form);
  if (wanted === text) return;
  const idsIn = (of: string) => {
    return allIds(contentOf([{ file: target.file, text: of }]).content).map(({ kind, id }) => `${kind} ${id}`);
  };
  const lost = lostIds(ledger, idsIn(text), idsIn(wanted));
  if (lost.length > 0) throw new PublishedIdsError(lost);
  await writeContentFile(root, target.file, wanted, version);
}

/** What the form shows besides its values. Findings are those of the file as it is on the disk, or of what was filled in. */
function viewOf(
  target: Target,
  { content, ledger, findings }: CheckedContent,
  text: string,
  onDisk: FormValue,
  form: FormContent,
  focus: Path | null,
) {
  const own = findings.filter(({ file }) => file === target.file);
  const isOnDisk = form.value === onDisk;
  return {
    kind: target.kind,
    form: form.value,
    references: referencesIn(content, target.kind, target.id),
    findings:
      isOnDisk && onDisk !== undefined && isThere(target, text) ? fieldFindings(target, text, form.value, own) : [],
    isLocked: lockedIn(ledger, target.kind, target.id, form.value),
    focus,
  };
}

/** False for an entry that is yet to be made: what it lacks is no finding. */
function isThere({ path: [key] }: Target, text: string): boolean {
  return key === undefined || new RegExp(`^['"]?${key}['"]?\\s*:`, 'm').test(text);
}

const savedNotice: Notice = {
  tone: 'good',
  title: 'Tallennettu',
  text: 'Muutos on tiedostossa, ja esikatselu näyttää sen.',
};
const expired: Notice = {
  tone: 'bad',
  title: 'Ei vielä tallennettu',
  text: 'Esikatselu on käynnistetty uudelleen sen jälkeen, kun avasit lomakkeen. Tekstisi on tallella alla: tallenna uudelleen.',
};
const changedMeanwhile: Notice = {
  tone: 'bad',
  title: 'Tiedosto on muuttunut',
  text: 'Joku tai jokin muu on muuttanut tiedostoa sen jälkeen, kun avasit lomakkeen, eikä mitään tallennettu. Tekstisi on tallella alla. Avaa sama lomake toiseen välilehteen ja vertaa. Jos haluat, että lomakkeen tiedot jäävät voimaan, kirjoita ne päälle.',
  overwrite: true,
};
const notInForm: Notice = {
  tone: 'bad',
  title: 'Ei tallennettu',
  text: 'Tätä muutosta ei voi tehdä lomakkeella niin, että muu tiedosto säilyy ennallaan. Tekstisi on tallella alla. Tee muutos tiedostoon tekstieditorilla.',
};

function publishedIds(ids: readonly string[]): Notice {
  return {
    tone: 'bad',
    title: 'Ei tallennettu',
    text: `Muutos poistaisi julkaistun tunnuksen (${ids.join(', ')}), johon oppijoiden suoritukset viittaavat. Palauta kohta, tai tee muutos tiedostossa ja merkitse tunnus poistetuksi tiedostoon published-ids.txt.`,
  };
}

function unreadable(target: Target, { findings }: CheckedContent): Markup {
  const found = findings.find(
    ({ file, rule }) => file === target.file && ['yaml-syntax', 'frontmatter-missing'].includes(rule),
  );
  const where = `${target.file}${found ? `, rivi ${found.line}` : ''}`;
  const said = found ? `${found.message} ${found.fix}` : 'Tiedostoa ei voi lukea.';
  return message(
    'Korjaa ensin tiedosto',
    `${where}: ${said} Avaa tiedosto tekstieditorilla; lomake toimii, kun virhe on korjattu.`,
  );
}
