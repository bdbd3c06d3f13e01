import { quoted } from './problems.ts';

/** How long a field may be, in characters. */
export const longest = { id: 100, name: 200, email: 254 } as const;

/**
 * What is wrong with a text of the roster, or null. It is refused what would be read as a formula when it comes out again in
 * an export (OWASP, CSV injection), what a wrong encoding or Excel's own zeal has spoilt, and what does not show.
 *
 * @param label what the field is, as it begins a sentence: "The name".
 * @param most how many characters it may have.
 */
export function textProblem(label: string, value: string, most: number): string | null {
  if (value.length > most) return `${label} ${quoted(value)} is longer than ${most} characters. Shorten it.`;
  if (/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u.test(value))
    return `${label} ${quoted(value)} holds a control character or a line break. Write it anew.`;
  if (/^[=+@-]/.test(value))
    return `${label} ${quoted(value)} begins with a sign that spreadsheets take for a formula. Remove the sign.`;
  if (value.includes('\uFFFD') || /Ã[\u00A0-\u00BF\u2013-\u2026]/.test(value))
    return `${label} ${quoted(value)} has lost letters to a wrong encoding. Export the file again as "CSV UTF-8".`;
  return null;
}

/** The same for an id. */
export function idProblem(label: string, value: string): string | null {
  if (/^\d[.,]\d+E\+\d+$/i.test(value))
    return `${label} ${quoted(value)} is a number that Excel has rounded. Format the column as text and export it again.`;
  if (/[,|]/.test(value)) return `${label} ${quoted(value)} holds a "," or "|", which divide ids. Choose another id.`;
  return textProblem(label, value, longest.id);
}

/** The same for a person's id, which is never the national identity code: nothing here needs that. */
export function personIdProblem(value: string): string | null {
  return /^\d{6}[-+A-FU-Y]\d{3}[\dA-Y]$/i.test(value)
    ? 'The id is a personal identity code (henkilötunnus). Give the organisation’s own id of the person.'
    : idProblem('The id', value);
}

/** The same for an e-mail address: whether mail arrives is not for us to know. */
export function emailProblem(value: string): string | null {
  return (
    textProblem('The e-mail address', value, longest.email) ??
    (/^[^\s@]+@[^\s@]+$/.test(value)
      ? null
      : `The e-mail address ${quoted(value)} is none. Correct it or leave it empty.`)
  );
}
