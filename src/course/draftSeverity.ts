import type { AuthoredContent } from './authoredContent.ts';
import type { Finding } from './finding.ts';
import { questionsOfModule } from './questionsAsked.ts';

/**
 * What is an error in a published module is a warning in a draft: its files, and quizzes that drafts alone ask. What cannot
 * be read stays an error and is not passed through here: it would end the build of the whole site.
 */
export function softenDrafts(findings: readonly Finding[], content: AuthoredContent): Finding[] {
  const drafts = content.modules.filter(({ data }) => data?.draft);
  if (drafts.length === 0) return [...findings];
  const folders = drafts.map(({ id }) => `src/content/modules/${id}/`);
  const quizzesOf = (modules: AuthoredContent['modules']) =>
    new Set(modules.flatMap((module) => questionsOfModule(content, module).map(({ quiz }) => quiz.file)));
  const inDrafts = quizzesOf(drafts);
  const elsewhere = quizzesOf(content.modules.filter((module) => !drafts.includes(module)));
  return findings.map((finding) => {
    const isDraft =
      folders.some((folder) => finding.file.startsWith(folder)) ||
      (inDrafts.has(finding.file) && !elsewhere.has(finding.file));
    return isDraft && finding.severity === 'error' ? { ...finding, severity: 'warning', softened: true } : finding;
  });
}
