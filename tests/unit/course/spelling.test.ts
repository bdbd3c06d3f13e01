import { describe, expect, it } from 'vitest';
import { contentOf } from '../../../src/course/readContent.ts';
import { parseWords, spellingFindings } from '../../../src/course/spelling.ts';
import type { Speller } from '../../../src/course/spelling.ts';

const file = 'src/content/modules/m/s.mdx';
const sectionWith = (body: string) =>
  contentOf([{ file, text: `---\ntitle: Otsikko\nlead: Johdanto\n---\n\n${body}\n` }]).content;

/** Knows every word but those that hold `xx`. */
const speller: Speller = (words) =>
  Promise.resolve(words.filter((word) => word.includes('xx')).map((word) => ({ word, suggestion: 'oikein' })));

/** Which words a speller is asked about. */
async function asked(body: string, own = ''): Promise<readonly string[]> {
  let seen: readonly string[] = [];
  await spellingFindings(sectionWith(body), parseWords(own), (words) => Promise.resolve((seen = words) && []), 'words');
  return seen;
}

describe('spelling', () => {
  it('tells a word the speller does not know once a file, with its line and the list to add it to', async () => {
    const content = sectionWith('Hyvä sana.\nToinen rivi växxrin.\n\nVäärin taas växxrin.');
    const findings = await spellingFindings(content, parseWords(''), speller, 'src/content/words.txt');
    expect(findings).toHaveLength(1);
    expect(findings?.[0]).toMatchObject({ rule: 'spelling', severity: 'warning', file, line: 7 });
    expect(findings?.[0]?.message).toBe('Oikoluku ei tunne sanaa ”växxrin”. Tarkoititko ”oikein”?');
    expect(findings?.[0]?.fix).toContain('src/content/words.txt');
  });

  it('looks at quizzes, terms and the fields of a section, not at ids, addresses or other languages', async () => {
    const { content } = contentOf([
      { file: 'quizzes/m.yaml', text: 'title: Kysely\nquestions:\n  - id: vaxxara-id\n    prompt: Kysyxxmys tässä\n' },
      {
        file: 'src/content/glossary/terms.yaml',
        text: 'sana:\n  name: { fi: Saxxna täällä, sv: Oxxrd här }\n  definition: Katso https://exxample.org/a tai axx@example.org.\n',
      },
    ]);
    const findings = await spellingFindings(content, parseWords(''), speller, 'words');
    expect(findings?.map(({ message }) => /”(.+?)”/.exec(message)?.[1])).toEqual(['Kysyxxmys', 'Saxxna']);
  });

  it('reads a word on through a component, and passes over what only ends a number or a joint word', async () => {
    expect(
      await asked('Hyvä <Term id="x">kunto</Term>na pysyy 25-vuotias, 42:sta ja sosiaali- ja terveysala.'),
    ).toEqual(expect.arrayContaining(['kuntona', 'sosiaali-', 'terveysala']));
    expect(await asked('Hyvä 25-vuotias 42:sta.')).not.toEqual(expect.arrayContaining(['vuotias', 'sta']));
  });

  it('does not ask about the project’s own words, whole or by their beginning', async () => {
    const own = '# omat\nJobcenter*\nthl  # laitos\n';
    expect(await asked('Jobcenterissä THL ja THLn.', own)).toEqual(['Otsikko', 'Johdanto', 'ja', 'THLn']);
  });

  it('is left out where no speller is installed', async () => {
    expect(await spellingFindings(sectionWith('x'), parseWords(''), () => Promise.resolve(null), 'words')).toBeNull();
  });
});
