interface Sentence {
  readonly message: string;
  readonly fix: string;
}

/** What the problem of a rule that the quiz schema adds to its fields means to an author. `params` are the schema's. */
export function questionSentence(params: Readonly<Record<string, unknown>> | undefined): Sentence {
  const { problem, right, id, next } = params ?? {};
  switch (problem) {
    case 'one-right':
      return right === 0
        ? { message: 'mikään vaihtoehto ei ole oikea.', fix: 'Merkitse oikea vaihtoehto rivillä correct: true.' }
        : {
            message: `oikeita vaihtoehtoja on ${String(right)}, vaikka yksi on sallittu.`,
            fix: 'Jätä correct: true vain yhteen vaihtoehtoon, tai vaihda type: multiple.',
          };
    case 'none-right':
      return {
        message: 'yksikään vaihtoehto ei ole oikea.',
        fix: 'Merkitse oikeat vaihtoehdot rivillä correct: true.',
      };
    case 'one-sided':
      return {
        message: 'kaikki perustelut ovat samalla puolella.',
        fix: 'Kirjoita ainakin yksi perustelu väitteen puolesta (claim: true) ja yksi sitä vastaan (claim: false).',
      };
    case 'id-twice':
      return {
        message: `kahdella vaihtoehdolla on sama tunnus ”${String(id)}”.`,
        fix: 'Anna kullekin vaihtoehdolle oma id.',
      };
    case 'step-twice':
      return { message: 'samalla tunnuksella on jo toinen vaihe.', fix: 'Anna kullekin vaiheelle oma id.' };
    case 'choices-or-end':
      return {
        message: 'vaiheessa pitää olla joko valinnat (choices) tai loppu (end), ei molempia eikä tyhjää.',
        fix: 'Lisää vaiheelle choices, tai kirjoita end: good tai end: other.',
      };
    case 'next-unknown':
      return {
        message: `valinta vie vaiheeseen ”${String(next)}”, jota ei ole.`,
        fix: 'Korjaa kohtaan next jonkin vaiheen id, tai lisää puuttuva vaihe.',
      };
    case 'no-good-end':
      return {
        message: 'tapaus ei pääty missään hyvin.',
        fix: 'Merkitse ainakin yhteen loppuvaiheeseen end: good.',
      };
    case 'loop':
      return {
        message: 'valinnat vievät takaisin tähän vaiheeseen, joten tapaus ei ehkä pääty koskaan.',
        fix: 'Vaihda jonkin valinnan next niin, että tie vie aina eteenpäin.',
      };
    case 'never-reached':
      return {
        message: 'mikään valinta ei vie tähän vaiheeseen.',
        fix: 'Lisää jonkin valinnan kohtaan next tämän vaiheen id, tai poista vaihe.',
      };
    default:
      return { message: 'arvo ei ole sallittua muotoa.', fix: 'Vertaa kohtaa toiseen, toimivaan tiedostoon.' };
  }
}
