import type { AuthoredContent } from '../../../src/course/authoredContent.ts';
import type { EditedKind } from '../addresses.ts';
import { isList, textOf, valueAt } from './formValue.ts';
import type { FormValue } from './formValue.ts';
import type { Path } from './posted.ts';

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** What the fields that name something else may name. */
export interface References {
  /** The options of a field; null for a field that names nothing. */
  readonly optionsOf: (path: Path, form: FormValue) => readonly Option[] | null;
}

/** @param id of the thing whose form it is */
export function referencesIn(content: AuthoredContent, kind: EditedKind, id: string): References {
  const sources = () => (content.sources ?? []).map((source) => option(source.id, source.raw, 'title'));
  const terms = () => (content.glossary ?? []).filter((term) => kind !== 'term' || term.id !== id);
  return {
    optionsOf: (path, form) => {
      const fields = path.filter((step) => typeof step === 'string');
      const name = fields.at(-1);
      const isItem = typeof path.at(-1) === 'number';
      if (kind === 'term' && name === 'source') return sources();
      if (kind === 'infographic' && fields.join('.') === 'source.id') return sources();
      if (kind === 'term' && name === 'see' && isItem) return terms().map((term) => option(term.id, term.raw, 'term'));
      if (kind === 'course' && name === 'modules' && isItem) {
        return content.modules.map((module) => option(module.id, module.raw, 'title'));
      }
      if (kind === 'module' && name === 'sections' && isItem) {
        return content.sections
          .filter((section) => section.id.startsWith(`${id}/`))
          .map((section) => option(section.id.slice(id.length + 1), section.raw, 'title'));
      }
      if (kind === 'module' && name === 'quiz')
        return content.quizzes.map((quiz) => option(quiz.id, quiz.raw, 'title'));
      if (kind === 'quiz' && name === 'objectives' && isItem) return objectives(content);
      if (kind === 'quiz' && name === 'next') return idsIn(valueAt(form, [...path.slice(0, 2), 'steps']), 'text');
      if (kind === 'video' && name === 'show' && isItem) return shown(valueAt(form, path.slice(0, 2)));
      return null;
    },
  };
}

function objectives(content: AuthoredContent): Option[] {
  return content.modules.flatMap(({ raw }) => {
    const list = (raw as { objectives?: unknown } | undefined)?.objectives;
    return (Array.isArray(list) ? list : []).map((objective: { id?: unknown } | null) => {
      return option(String(objective?.id), objective, 'text');
    });
  });
}

/** What a scene's sentences may bring into its picture. */
function shown(scene: FormValue): Option[] {
  const lists = [['items'], ['left', 'items'], ['right', 'items']];
  const named = lists.flatMap((path) => idsIn(valueAt(scene, path), 'text'));
  const layout = textOf(scene, 'layout');
  if (layout === 'number') named.push({ value: 'value', label: 'suuri luku' });
  if (layout === 'people') named.push({ value: 'marked', label: 'väritettävät' });
  return named;
}

function idsIn(list: FormValue, name: string): Option[] {
  if (!isList(list)) return [];
  return list.items.flatMap(({ value }) => {
    const id = textOf(value, 'id');
    return id ? [{ value: id, label: textOf(value, name) ?? '' }] : [];
  });
}

function option(id: string, raw: unknown, name: string): Option {
  const title = (raw as Record<string, unknown> | null | undefined)?.[name];
  return { value: id, label: typeof title === 'string' ? title : '' };
}
