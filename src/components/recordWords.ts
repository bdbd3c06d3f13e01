import type { OwnRecord } from '../learning/ownRecords.ts';
import type { MessageKey } from '../i18n/translate.ts';

/** How a record reads, by what it is about and the last part of its verb's IRI. */
const words: Readonly<Record<string, MessageKey>> = {
  'section experienced': 'records.experienced',
  'question answered': 'records.answered',
  'module passed': 'records.passed',
  'module completed': 'records.completed',
  'video initialized': 'records.initialized',
  'video played': 'records.played',
  'video paused': 'records.paused',
  'video seeked': 'records.seeked',
  'video interacted': 'records.interacted',
  'video terminated': 'records.terminated',
  'video completed': 'records.watched',
  'feedback rated': 'records.rated',
};

/** The message that tells of a record; another for what no page of ours records. */
export function recordWords({ about, verb }: Pick<OwnRecord, 'about' | 'verb'>): MessageKey {
  return words[`${about.kind} ${verb.split('/').at(-1)}`] ?? 'records.other';
}
