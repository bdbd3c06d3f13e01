import type { Statement } from '../../src/xapi/types.ts';
import { parseSegments, seenShare, videoExtension } from '../../src/xapi/videoProfile.ts';

const nameOf = ({ verb }: Statement): string => verb.id.split('/').at(-1)!;

/** What the statements of one learner's video, in the order they were made, break of the Video Profile's rules. */
export function brokenVideoRules(statements: readonly Statement[]): string[] {
  const sessions = Map.groupBy(statements, (statement) => String(contextOf(statement, 'session-id')));
  return [...sessions.values()].flatMap(brokenInSession);
}

function brokenInSession(session: readonly Statement[]): string[] {
  const names = session.map(nameOf);
  const broken: string[] = [];
  if (names[0] !== 'initialized' || names.lastIndexOf('initialized') !== 0) broken.push('initialized first, and once');
  const terminated = names.indexOf('terminated');
  if (terminated >= 0 && terminated !== names.length - 1) broken.push('nothing after terminated');
  if (terminated >= 0 && names.lastIndexOf('played') > names.lastIndexOf('paused'))
    broken.push('paused before terminated');
  if (names.filter((name) => name === 'completed').length > 1) broken.push('completed once');
  let before = '';
  for (const statement of session) {
    const name = nameOf(statement);
    if ((statement.timestamp ?? '') < before) broken.push(`${name}: in the order of time`);
    before = statement.timestamp ?? '';
    if (['paused', 'completed', 'terminated'].includes(name)) broken.push(...brokenSeen(statement));
  }
  return broken;
}

function brokenSeen(statement: Statement): string[] {
  const name = nameOf(statement);
  const segments = parseSegments(String(resultOf(statement, 'played-segments')));
  const [time, progress, length] = [
    Number(resultOf(statement, 'time')),
    Number(resultOf(statement, 'progress')),
    Number(contextOf(statement, 'length')),
  ];
  if (segments === null) return [`${name}: played-segments are no segments`];
  const last = segments.at(-1);
  return [
    ...(last && Math.abs(last[1] - time) > 0.002 && name === 'paused'
      ? [`${name}: its time ends the last segment`]
      : []),
    ...(progress + 0.002 < seenShare(segments, length) ? [`${name}: progress is at least what this session saw`] : []),
    ...(segments.some(([, to]) => to > length + 0.002) ? [`${name}: no segment goes past the length`] : []),
  ];
}

function resultOf({ result }: Statement, name: Parameters<typeof videoExtension>[0]): unknown {
  return result?.extensions?.[videoExtension(name)];
}

function contextOf({ context }: Statement, name: Parameters<typeof videoExtension>[0]): unknown {
  return context?.extensions?.[videoExtension(name)];
}
