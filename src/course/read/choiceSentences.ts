/** What is wrong with the choices of a question: the rules that the quiz schema adds to its fields, in Finnish. */
export function choiceSentences(question: unknown, otherwise: string): { message: string; fix: string }[] {
  const { type, choices } = (question ?? {}) as { type?: unknown; choices?: { id?: unknown; correct?: unknown }[] };
  const sentences: { message: string; fix: string }[] = [];
  if (!Array.isArray(choices)) return [{ message: otherwise, fix: 'Korjaa vaihtoehdot.' }];
  const right = choices.filter((choice) => choice.correct === true).length;
  if (type === 'single' && right === 0) {
    sentences.push({
      message: 'mikään vaihtoehto ei ole oikea.',
      fix: 'Merkitse oikea vaihtoehto rivillä correct: true.',
    });
  }
  if (type === 'single' && right > 1) {
    sentences.push({
      message: `oikeita vaihtoehtoja on ${right}, vaikka kysymyksen type on single.`,
      fix: 'Jätä correct: true vain yhteen vaihtoehtoon, tai vaihda type: multiple.',
    });
  }
  if (type === 'multiple' && right === 0) {
    sentences.push({
      message: 'yksikään vaihtoehto ei ole oikea.',
      fix: 'Merkitse oikeat vaihtoehdot rivillä correct: true.',
    });
  }
  const ids = choices.map((choice) => choice.id);
  for (const twice of new Set(ids.filter((id, index) => ids.indexOf(id) !== index))) {
    sentences.push({
      message: `kahdella vaihtoehdolla on sama tunnus ”${String(twice)}”.`,
      fix: 'Anna kullekin vaihtoehdolle oma id.',
    });
  }
  return sentences.length > 0 ? sentences : [{ message: otherwise, fix: 'Korjaa vaihtoehdot.' }];
}
