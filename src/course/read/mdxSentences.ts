interface Sentence {
  readonly message: string;
  readonly fix: string;
}

/** The part of a VFileMessage that an MDX parser's error carries. */
export interface MdxSyntaxError {
  readonly ruleId?: string | undefined;
  readonly reason?: string;
  readonly message: string;
  readonly line?: number | undefined;
  readonly place?: unknown;
}

const stray: Sentence = {
  message: 'Merkki < aloittaa komponentin, mutta sen jälkeen ei ole komponentin nimeä.',
  fix: 'Kirjoita pelkkä merkki muodossa \\<. Jos tarkoitat komponenttia, kirjoita sen nimi heti perään.',
};
const badTag: Sentence = {
  message: 'Komponentin sulkeiden < ja > välissä on jotakin, mikä ei kuulu siihen.',
  fix: 'Kirjoita komponentti muodossa <Nimi id="tunnus" />: lainausmerkit tunnuksen ympärille ja lopuksi />.',
};
const badBraces: Sentence = {
  message: 'Aaltosulkeiden { } sisältöä luullaan ohjelmakoodiksi, eikä se ole sitä.',
  fix: 'Jos tarkoitat tavallista aaltosuljetta, kirjoita \\{ ja \\}. Muuten poista sulkeet.',
};

/** What an MDX parser's error means to an author. Rule ids: micromark-extension-mdx-jsx, -expression, mdxjs-esm, mdast-util-mdx-jsx. */
export function mdxSentence(error: MdxSyntaxError): Sentence {
  const reason = error.reason ?? error.message;
  switch (error.ruleId ?? '') {
    case 'end-tag-mismatch':
      return mismatch(reason);
    case 'unexpected-closing-slash':
      return closingWithoutOpening(reason);
    case 'unexpected-eof':
      return endedEarly(reason);
    case 'unexpected-character':
      if (reason.includes('to create a comment in MDX')) return htmlComment;
      if (reason.includes('to create a link in MDX')) return bareLink;
      return reason.includes('before name') ? stray : badTag;
    case 'unexpected-lazy':
      return {
        message: 'Komponentti jatkuu lainauksen tai luettelon kohdan ulkopuolelle.',
        fix: 'Sisennä komponentin kaikki rivit samaan kohtaan.',
      };
    case 'acorn':
      return reason.includes('import/exports') ? badImport : badBraces;
    default:
      return badBraces;
  }
}

const htmlComment: Sentence = {
  message: 'Kommentti <!-- … --> ei toimi MDX-tiedostossa.',
  fix: 'Kirjoita kommentti muodossa {/* … */}.',
};
const bareLink: Sentence = {
  message: 'Verkko-osoite kulmasulkeissa <https://…> ei toimi MDX-tiedostossa.',
  fix: 'Kirjoita linkki muodossa [linkin teksti](https://…).',
};
const badImport: Sentence = {
  message: 'Rivi alkaa sanalla import tai export, ja sitä luullaan ohjelmakoodiksi.',
  fix: 'Aloita rivi toisella sanalla.',
};

function mismatch(reason: string): Sentence {
  const [first, second] = [...reason.matchAll(/`<\/?([^>`]*)>`/g)].map((match) => match[1]!);
  const opened = reason.startsWith('Expected a closing tag') ? first : second;
  if (opened === undefined) return badTag;
  return {
    message: `Komponentti <${opened}> jää sulkematta.`,
    fix: `Lisää sen loppuun </${opened}> omalle rivilleen, tai kirjoita se muodossa <${opened} … />, jos sillä ei ole sisältöä.`,
  };
}

function closingWithoutOpening(reason: string): Sentence {
  if (!reason.includes('expected an open tag first')) return badTag;
  return {
    message: 'Tässä suljetaan komponentti, jota ei ole avattu.',
    fix: 'Poista lopputunniste </…> tai lisää sen alku ylemmäs tekstiin.',
  };
}

function endedEarly(reason: string): Sentence {
  if (reason.includes('in expression')) {
    return {
      message: 'Aaltosulje { jää sulkematta.',
      fix: 'Lisää }, tai kirjoita \\{, jos tarkoitat tavallista aaltosuljetta.',
    };
  }
  if (reason.includes('attribute value')) {
    return {
      message: 'Lainausmerkki jää sulkematta komponentissa.',
      fix: 'Lisää puuttuva lainausmerkki arvon loppuun.',
    };
  }
  if (reason.includes('before name')) return stray;
  return { message: 'Komponentti alkaa merkillä <, mutta merkki > puuttuu.', fix: 'Lisää komponentin loppuun />.' };
}
