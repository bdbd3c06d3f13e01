import type { AuthoredContent } from './authoredContent.ts';
import { placeOf } from './authoredContent.ts';
import { ledgerFile } from './contentFolders.ts';
import { allIds, type ContentId, otherVersions, unpublishedIds } from './contentIds.ts';
import { error, warning } from './finding.ts';
import type { Finding, Place } from './finding.ts';
import { keyOf, type LedgerEntry } from './ledger.ts';
import { carried, inPlaceOf, kept, kindName, unknownId, whose } from './ledgerWords.ts';
import { likelySuccessor } from './likelySuccessor.ts';
import { aroundOf, Successors } from './replaced.ts';
import { replacementFindings } from './replacementFindings.ts';
import { takenBack, takenBackFindings } from './takenBack.ts';

/**
 * Published ids that are gone from the content without a word on what becomes of learners' records, ids given again, mistakes
 * in what replaced what, lowered versions, and what is new and not in the ledger yet. A quiz that cannot be read hides its
 * ids: nothing of it is called gone.
 */
export function ledgerFindings(
  content: AuthoredContent,
  questionsAsked: ReadonlySet<string>,
  ledger: readonly LedgerEntry[],
): Finding[] {
  const present = allIds(content);
  const known = new Set(present.map(keyOf));
  const unreadable = new Set(content.quizzes.filter(({ raw }) => raw === undefined).map(({ id }) => id));
  const isThere = ({ kind, id }: Pick<LedgerEntry, 'kind' | 'id'>) => {
    const isHidden = (kind === 'question' || kind === 'choice') && unreadable.has(id.split('/')[0]!);
    return isHidden || known.has(keyOf({ kind, id }));
  };
  const successors = new Successors(ledger);
  const gone = ledger.filter((entry) => !isThere(entry) && !isLetGo(entry, ledger, successors, isThere));
  const fresh = unpublishedIds(content, questionsAsked, ledger);
  const taken = new Set(ledger.map(({ kind, id }) => `${kind} ${successors.finalOf(kind, id)}`));
  const free = fresh.filter((one) => !taken.has(keyOf(one)));
  const meant = (entry: LedgerEntry) => likelySuccessor(entry, [...new Set([...gone, entry])], free, successors);
  return [
    ...outermost(gone).map((entry) => {
      const place = placeAround(content, entry, present, successors) ?? { file: ledgerFile, line: entry.line };
      return vanishedFinding(entry, place, meant(entry));
    }),
    ...ledger.flatMap((entry) => reused(entry, present, ledger)),
    ...takenBackFindings(ledger, present),
    ...replacementFindings(ledger, present, { isThere, successors, meant }),
    ...versionFindings(content, ledger, successors),
    ...(fresh.length === 0 ? [] : [newIds(fresh)]),
  ];
}

/** What to write, to the letter: another id for the same thing, or gone for good. */
function vanishedFinding(entry: LedgerEntry, place: Place, meant: string | null): Finding {
  const { kind, id } = entry;
  const message = `Julkaistu ${kindName[kind]} ”${id}” on poistettu tai nimetty uudelleen: ${whose[kind]} katoaisivat näkyvistä.`;
  const replaced = inPlaceOf(entry, { ...entry, replacedBy: meant ?? `${parentOf(id)}${unknownId}` });
  const fix = [
    `Jos tunnus muuttui vahingossa, palauta tunnus ”${id.split('/').at(-1)}”.`,
    meant === null
      ? `Jos vaihdoit tunnuksen, ${replaced} Kirjoita sanan ${unknownId} paikalle uusi tunnus.`
      : `Jos ”${meant}” on sama asia uudella tunnuksella, ${replaced}`,
    carried[kind],
    `Jos poistat sen tarkoituksella, ${inPlaceOf(entry, { ...entry, retired: true })} ${kept[kind]}`,
  ];
  return error(place, 'ledger-vanished', message, fix.join(' '));
}

/** What an id lies in, with the stroke behind it; empty where it lies in nothing. */
function parentOf(id: string): string {
  return id.slice(0, id.lastIndexOf('/') + 1);
}

/** Whether the ledger tells what becomes of something that is gone: by its own line, or that of the thing around it. */
function isLetGo(
  entry: LedgerEntry,
  ledger: readonly LedgerEntry[],
  successors: Successors,
  isThere: (entry: Pick<LedgerEntry, 'kind' | 'id'>) => boolean,
): boolean {
  if (entry.retired || entry.replacedBy !== undefined) return true;
  const outer = aroundOf(entry);
  const isLineOf = (line: LedgerEntry, { kind, id }: Pick<LedgerEntry, 'kind' | 'id'>) =>
    line.kind === kind && (line.id === id || line.formerly?.includes(id));
  const outerLine = outer && ledger.find((other) => isLineOf(other, outer));
  if (!outerLine) return false;
  if (outerLine.retired || (entry.kind === 'choice' && outerLine.replacedBy !== undefined)) return true;
  // A module takes its sections along; one that got another id at the same time needs a line of its own.
  const final = successors.finalOf(entry.kind, entry.id);
  if (final === null || final === entry.id) return false;
  const moved = { kind: entry.kind, id: final };
  const outerToday = { kind: outer.kind, id: successors.finalOf(outer.kind, outer.id) ?? outer.id };
  // Where the line of the thing around it leads to nothing, that is told, and nothing of what went with it.
  if (!isThere(outerToday)) return true;
  return isThere(moved) || ledger.some((other) => keyOf(other) === keyOf(moved));
}

/** Ids that were let go and stand in the content: old records would count for them. */
function reused(entry: LedgerEntry, present: readonly ContentId[], ledger: readonly LedgerEntry[]): Finding[] {
  const { kind, id, retired, replacedBy, line } = entry;
  if (!retired && replacedBy === undefined) return [];
  const letGo = retired && replacedBy !== undefined ? [id, replacedBy] : [id];
  return present
    .filter((one) => one.kind === kind && letGo.includes(one.id))
    .map(({ id: again, place }) => {
      const wasReplaced = replacedBy !== undefined && again === id;
      const message = wasReplaced
        ? `Tunnus ”${id}” on sisällössä, mutta rivin ${line} mukaan sen tilalla on ”${replacedBy}”: ${whose[kind]} luetaan sille.`
        : `Tunnus ”${again}” on sisällössä, mutta rivin ${line} mukaan se on poistettu käytöstä: ${whose[kind]} tulisivat uuden sisällön tiedoiksi.`;
      const undone = wasReplaced ? takenBack(entry, present, ledger) : { ...entry, retired: false };
      const when = wasReplaced ? 'Jos vanha tunnus jää käyttöön' : 'Jos palautat vanhan sisällön sellaisenaan';
      const fix = `Anna uudelle sisällölle toinen tunnus. ${when}, ${inPlaceOf(entry, undone)}`;
      return error(place, 'ledger-reused', message, fix);
    });
}

/** What is gone because the thing around it is gone is not told again. */
function outermost(gone: readonly LedgerEntry[]): LedgerEntry[] {
  const ids = new Set(gone.map(({ id }) => id));
  return gone.filter(({ id }) => !ids.has(id.slice(0, Math.max(0, id.lastIndexOf('/')))));
}

/** Where the thing stands today that held a vanished id: its question, quiz or module. */
function placeAround(
  content: AuthoredContent,
  entry: LedgerEntry,
  present: readonly ContentId[],
  successors: Successors,
): Place | null {
  const outer = aroundOf(entry);
  if (outer) {
    const today = { kind: outer.kind, id: successors.finalOf(outer.kind, outer.id) ?? outer.id };
    return present.find((one) => keyOf(one) === keyOf(today))?.place ?? null;
  }
  const quiz = entry.kind === 'question' && content.quizzes.find(({ id }) => id === entry.id.split('/')[0]);
  return quiz ? placeOf(quiz) : null;
}

/** Versions only rise: registrations and completions are derived from them (docs/decisions/0003 and 0020). */
function versionFindings(content: AuthoredContent, ledger: readonly LedgerEntry[], successors: Successors): Finding[] {
  return otherVersions(content, ledger, (id) => successors.finalOf('module', id)).flatMap(
    ({ entry: { version: published }, module, version }) => {
      if (published === undefined) return [];
      if (version > published) {
        const message = `Moduulin ”${module.id}” versiota ${version} ei ole vielä merkitty julkaistuksi.`;
        return [warning({ file: ledgerFile, line: 1 }, 'ledger-new', message, publish)];
      }
      const message = `Moduulin ”${module.id}” versio on ${version}, mutta versio ${published} on jo julkaistu.`;
      const fix = `Kirjoita version: ${published}, tai jos sisältö muuttui olennaisesti, version: ${published + 1}. Suoritukset on kirjattu versioittain: pienemmällä versiolla uusimmat suoritukset katoaisivat oppijoilta näkyvistä.`;
      return [error(placeOf(module, ['version']), 'ledger-version', message, fix)];
    },
  );
}

const publish = 'Kun sisältö on valmis julkaistavaksi, aja: npm run check:content -- --publish';

function newIds(fresh: readonly ContentId[]): Finding {
  const some = fresh
    .slice(0, 3)
    .map(({ id }) => `”${id}”`)
    .join(', ');
  const more = fresh.length > 3 ? ` ja ${fresh.length - 3} muuta` : '';
  const message = `Uusia tunnuksia, joita ei ole vielä merkitty julkaistuiksi: ${some}${more}.`;
  return warning({ file: ledgerFile, line: 1 }, 'ledger-new', message, publish);
}
