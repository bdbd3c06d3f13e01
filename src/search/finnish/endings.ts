/** A possessive that a case may end in, and a clitic. All endings here are folded: `a` is also ä, `o` also ö. */
const possessive = '(?:ni|si|nsa|mme|nne|[ae]n)?';
const clitic = '(?:ko)?(?:kin|kaan|han|pa)?';

/** A plural mark and a case of a noun. The illative that lengthens a vowel is `lengthening`. */
const noun =
  '[ij]?(?:t?ta|a|ssa|sta|lla|lta|lle|na|ks[ie]|h[aeiouy]n|seen|siin|in|den|tten|en|n|t|ineen' +
  `|(?:h[aeiouy]|i|see|sii)(?=ni|si|nsa|mme|nne))?${possessive}`;
/** A verb's persons, passive, infinitives and participles. */
const verb = [
  'i?(?:n|t|mme|tte|vat)',
  'i',
  'isi(?:n|t|in|mme|tte|vat)?',
  '(?:t?t|[dlnr])aan',
  't?ti(?:in)?',
  '(?:t?t|[dlnr])a',
  '[lnrs]?(?:[uy]t|eet|een)',
  `t?t[uy]${noun}`,
  `va${noun}`,
  'ma(?:an|ssa|sta|lla|tta)',
  'mi(?:nen|ni)',
  `mis(?:ta|e${noun})`,
  'kaa',
  '[dlt]essa',
].join('|');

const onlyClitic = new RegExp(`^${clitic}$`);
const bare = new RegExp(`^${possessive}${clitic}$`);
const afterStem = new RegExp(`^(?:${noun}|${verb})${clitic}$`);
/** The stem's last vowel once more: kaupunkiin, työkykyynsä, tukee. */
const lengthening = new RegExp(`^[aeiouy](?:n|ni|si|nsa|mme|nne)?${clitic}$`);
/** Endings that close the syllable before them, and so put a short stem in the weak grade. */
const closing = new RegExp(`^(?:[nt]${clitic}$|ss|st|ll|lt|ks)`);

/** Whether an ending asks or stresses and does nothing else. */
export function isClitic(ending: string): boolean {
  return onlyClitic.test(ending);
}

/** Whether what follows a basic form leaves it what it is: nothing, a possessive, a clitic. */
export function isBareEnding(ending: string): boolean {
  return bare.test(ending);
}

/** Whether `ending` may follow a noun's or a verb's stem. */
export function isEndingOf(stem: string, ending: string): boolean {
  return afterStem.test(ending) || (ending.startsWith(stem.at(-1) ?? '') && lengthening.test(ending));
}

/** Whether the ending asks for the weak grade of a stem in one short vowel: lup-a, luva-n. */
export function asksForWeakGrade(stem: string, ending: string): boolean {
  return closing.test(ending) && /[^aeiouy][aeiouy]$/.test(stem);
}
