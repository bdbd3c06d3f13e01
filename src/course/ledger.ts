import { ledgerFile } from './contentFolders.ts';
import { error } from './finding.ts';
import type { Finding } from './finding.ts';

export const ledgerKinds = ['module', 'section', 'question', 'choice', 'video'] as const;
export type LedgerKind = (typeof ledgerKinds)[number];

/** A published id: `module m`, `section m/s`, `question q/x`, `choice q/x/c`, `video v`. Learners' records name it for good. */
export interface LedgerEntry {
  readonly kind: LedgerKind;
  readonly id: string;
  /** True: taken out of the content for good, on purpose. Records of it stay; the id is never given again. */
  readonly retired: boolean;
  /** The id that took its place: records of this one count for that one. With `retired`, that one was taken out later. */
  readonly replacedBy?: string;
  /** Of a module: ids it went by before it took this one back. Its registrations are still derived from before them. */
  readonly formerly?: readonly string[];
  /** Of a module: the newest content version that was published of it, under this id or one that took its place. */
  readonly version?: number;
  /** 1-based line in the ledger. */
  readonly line: number;
}

const heading = `# Julkaistut tunnukset: oppijoiden suoritukset viittaavat näihin. Rivejä ei poisteta.
# Uudet lisää komento: npm run check:content -- --publish
# Kun jokin saa uuden tunnuksen, sen rivin loppuun kirjoitetaan replaced by ja uusi tunnus:
#   section moduuli/vanha replaced by moduuli/uusi
# Kun jotain poistetaan sisällöstä lopullisesti, sen rivin loppuun kirjoitetaan retired.
`;

const form =
  /^(?<kind>\S+)\s+(?<id>\S+)(?:\s+version\s+(?<version>[1-9]\d{0,8}))?(?:\s+formerly\s+(?<formerly>[^\s,]+(?:\s*,\s*[^\s,]+)*))?(?:\s+replaced\s+by\s+(?<replacedBy>\S+))?(?<retired>\s+retired)?$/;

/**
 * Reads the ledger's text: one `kind id` a line, `version n` behind a module, `formerly id, id` behind one that went by those
 * ids and took this one back, `replaced by id` behind what got another id,
 * `retired` behind what was taken out for good, `#` for comments. Two lines of one id are read as one. Lines that it does not
 * understand, and two that contradict each other, become findings.
 */
export function parseLedger(text: string): { entries: LedgerEntry[]; findings: Finding[] } {
  const entries = new Map<string, LedgerEntry>();
  const findings: Finding[] = [];
  for (const [index, written] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    // A line copied from a sentence may have brought its full stop along; no id has one.
    const line = written.trim().replace(/\.$/, '');
    if (line === '' || line.startsWith('#')) continue;
    const entry = entryOf(line, index + 1);
    const known = entry && entries.get(keyOf(entry));
    if (entry === null) findings.push(notUnderstood(line, index + 1));
    else if (known && contradict(known, entry)) findings.push(contradicting(known, entry));
    else entries.set(keyOf(entry), known ? joined(known, entry) : entry);
  }
  return { entries: [...entries.values()], findings };
}

function entryOf(text: string, line: number): LedgerEntry | null {
  const { kind, id, version, formerly, replacedBy, retired } = form.exec(text)?.groups ?? {};
  if (!id || !ledgerKinds.includes(kind as LedgerKind) || ((version || formerly) && kind !== 'module')) return null;
  return {
    kind: kind as LedgerKind,
    id,
    retired: retired !== undefined,
    ...(formerly && { formerly: formerly.split(',').map((id) => id.trim()) }),
    ...(replacedBy && { replacedBy }),
    ...(version && { version: Number(version) }),
    line,
  };
}

/** What names an id among all kinds. */
export function keyOf({ kind, id }: Pick<LedgerEntry, 'kind' | 'id'>): string {
  return `${kind} ${id}`;
}

function hasFate({ retired, replacedBy }: LedgerEntry): boolean {
  return retired || replacedBy !== undefined;
}

function contradict(one: LedgerEntry, other: LedgerEntry): boolean {
  const differ = one.replacedBy !== other.replacedBy || one.retired !== other.retired;
  return hasFate(one) && hasFate(other) && differ;
}

/** An author may add a line where another stands already: what was said of its fate holds, and the newest version. */
function joined(one: LedgerEntry, other: LedgerEntry): LedgerEntry {
  const version = Math.max(one.version ?? 0, other.version ?? 0);
  const formerly = [...new Set([...(one.formerly ?? []), ...(other.formerly ?? [])])];
  return {
    ...(hasFate(other) ? other : one),
    ...(version > 0 && { version }),
    ...(formerly.length > 0 && { formerly }),
  };
}

function notUnderstood(text: string, line: number): Finding {
  const message = `Julkaistujen tunnusten riviä ”${text}” ei ymmärretä: ei tiedetä, kenen merkinnöistä se kertoo.`;
  // The kind written a second time, before the new id: as in the words of a message.
  const once = entryOf(text.replace(/(replaced\s+by)\s+\w+\s+(?=\S)/, '$1 '), line);
  const example = 'section moduuli/vanha replaced by moduuli/uusi';
  const fix = once
    ? `Kirjoita laji kerran. Vaihda tiedoston ${ledgerFile} rivi ${line} tähän: ${lineOf(once)}.`
    : text.includes('replaced')
      ? `Kirjoita laji kerran ja molemmat tunnukset, esimerkiksi: ${example}.`
      : 'Palauta rivi sellaiseksi kuin se oli. Jos riveillä on merkkejä <<<< tai >>>>, poista ne rivit ja jätä molempien puolien rivit.';
  return error({ file: ledgerFile, line }, 'ledger-line', message, fix);
}

function contradicting(one: LedgerEntry, other: LedgerEntry): Finding {
  const message = `Tunnuksesta ”${one.id}” sanotaan kahta eri asiaa riveillä ${one.line} ja ${other.line}: ei tiedetä, mille merkinnät luetaan.`;
  const fix = 'Jätä niistä se rivi, joka pitää paikkansa, ja poista toinen.';
  return error({ file: ledgerFile, line: other.line }, 'ledger-line', message, fix);
}

/** A line of the ledger, as it is written. */
export function lineOf({ kind, id, version, formerly, replacedBy, retired }: Omit<LedgerEntry, 'line'>): string {
  return [
    `${kind} ${id}`,
    ...(version ? [`version ${version}`] : []),
    ...(formerly?.length ? [`formerly ${formerly.join(', ')}`] : []),
    ...(replacedBy ? [`replaced by ${replacedBy}`] : []),
    ...(retired ? ['retired'] : []),
  ].join(' ');
}

/** The ledger's text with these ids added: sorted, one a line, none removed. */
export function ledgerText(
  known: readonly Omit<LedgerEntry, 'line'>[],
  added: readonly Pick<LedgerEntry, 'kind' | 'id' | 'version'>[],
): string {
  const held = new Set(known.map(keyOf));
  const fresh = added.filter((entry) => !held.has(keyOf(entry)));
  const lines = new Set([
    ...known.map(lineOf),
    ...fresh.map(({ kind, id, version }) => lineOf({ kind, id, retired: false, ...(version && { version }) })),
  ]);
  return `${heading}${[...lines].sort().join('\n')}\n`;
}
