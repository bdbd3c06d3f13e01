import type { MdxSyntaxError } from './mdxSentences.ts';

/**
 * The 1-based line of a body where an author should look for an MDX syntax error.
 * For something left open that is where it was opened; the parser tells where it gave up, often the last line.
 */
export function lineOfMdxError(error: MdxSyntaxError, body: string): number {
  const opened = /closing tag for `<[^>`]*>` \((\d+):/.exec(error.reason ?? error.message);
  if (opened) return Number(opened[1]);
  if (error.ruleId === 'unexpected-eof') {
    const offset = (error.reason ?? '').includes('in expression') ? lastOpenBrace(body) : lastOpenTag(body);
    if (offset !== -1) return body.slice(0, offset).split('\n').length;
  }
  return error.line ?? 1;
}

function lastOpenBrace(body: string): number {
  const open: number[] = [];
  for (let offset = 0; offset < body.length; offset++) {
    if (body[offset] === '\\') offset++;
    else if (body[offset] === '{') open.push(offset);
    else if (body[offset] === '}') open.pop();
  }
  return open.at(-1) ?? -1;
}

function lastOpenTag(body: string): number {
  const offset = body.search(/<[A-Za-z][^<>]*$/);
  return offset === -1 ? body.lastIndexOf('<') : offset;
}
