import type { DraftChoice } from './questionDraft.ts';

/**
 * Our claims are answered with a reason for or against. No other format has the type, so it travels as a choice of one in
 * which every choice begins with what it holds: read back, it is a claim again.
 */
const holds = 'Totta: ';
const doesNot = 'Ei totta: ';

/** The choice as other tools see it. */
export function withClaim(text: string, claim: boolean): string {
  return (claim ? holds : doesNot) + text;
}

/** The choices with their claims taken off their texts; null where they are those of an ordinary question. */
export function claimsOf(choices: readonly DraftChoice[]): (DraftChoice & { readonly claim: boolean })[] | null {
  const read = choices.map((choice) => {
    if (choice.text.startsWith(holds)) return { ...choice, text: choice.text.slice(holds.length), claim: true };
    if (choice.text.startsWith(doesNot)) return { ...choice, text: choice.text.slice(doesNot.length), claim: false };
    return null;
  });
  const claims = read.filter((choice) => choice !== null);
  const bothSides = new Set(claims.map(({ claim }) => claim)).size === 2;
  return claims.length === choices.length && bothSides && claims.length >= 3 ? claims : null;
}
