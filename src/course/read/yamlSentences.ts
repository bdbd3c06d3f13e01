import type { YAMLParseError } from 'yaml';

interface Sentence {
  readonly message: string;
  readonly fix: string;
}

const colon: Sentence = {
  message: 'Rivillä on kaksoispiste kohdassa, jossa sitä luullaan uuden kentän aluksi.',
  fix: 'Kirjoita koko arvo lainausmerkkeihin, esimerkiksi title: "Työkyky: mistä on kyse".',
};
const indent: Sentence = {
  message: 'Rivin sisennys ei sovi edellisiin riveihin.',
  fix: 'Sisennä samaan kohtaan kuin saman luettelon muut rivit, kaksi välilyöntiä tasoa kohti.',
};
const start: Sentence = {
  message: 'Arvo alkaa merkillä, jolla on YAML-kielessä oma merkityksensä.',
  fix: 'Kirjoita koko arvo lainausmerkkeihin.',
};
const unclosed: Sentence = {
  message: 'Lainausmerkki tai sulje jää auki.',
  fix: 'Lisää puuttuva merkki arvon loppuun. Jos tekstissä on lainausmerkkejä, kirjoita niiden sijaan ” tai ’.',
};
const noColon: Sentence = {
  message: 'Rivillä on tekstiä, josta puuttuu kentän nimi tai sen perästä kaksoispiste ja välilyönti.',
  fix: 'Kirjoita muodossa nimi: arvo. Jos rivi jatkaa edellistä arvoa, sisennä se.',
};
const unexpected: Sentence = {
  message: 'Rivillä on jotakin, mitä siihen ei odotettu.',
  fix: 'Tarkista rivi: kentät kirjoitetaan muodossa nimi: arvo ja luettelon kohdat alkavat viivalla ja välilyönnillä. Jos arvossa on : # [ ] { } tai lainausmerkki, kirjoita koko arvo lainausmerkkeihin.',
};
const advanced: Sentence = {
  message: 'Rivillä on merkki & * ! tai %, jota YAML-kieli pitää komentona.',
  fix: 'Kirjoita koko arvo lainausmerkkeihin.',
};

/** By the codes of the `yaml` package, https://eemeli.org/yaml/#errors */
const sentences: Readonly<Record<YAMLParseError['code'], Sentence>> = {
  ALIAS_PROPS: advanced,
  BAD_ALIAS: advanced,
  BAD_COLLECTION_TYPE: advanced,
  BAD_DIRECTIVE: advanced,
  BAD_DQ_ESCAPE: {
    message: 'Lainausmerkkien sisällä on kenoviiva \\ ja sen perässä merkki, jota YAML ei tunne.',
    fix: "Poista kenoviiva tai käytä kaksinkertaisten lainausmerkkien sijaan yksinkertaisia: 'näin'.",
  },
  BAD_INDENT: indent,
  BAD_PROP_ORDER: advanced,
  BAD_SCALAR_START: start,
  BLOCK_AS_IMPLICIT_KEY: colon,
  BLOCK_IN_FLOW: indent,
  DUPLICATE_KEY: {
    message: 'Sama kenttä on kirjoitettu kahdesti.',
    fix: 'Poista toinen niistä.',
  },
  IMPOSSIBLE: unexpected,
  KEY_OVER_1024_CHARS: noColon,
  MISSING_CHAR: unclosed,
  MULTILINE_IMPLICIT_KEY: noColon,
  MULTIPLE_ANCHORS: advanced,
  MULTIPLE_DOCS: {
    message: 'Tiedostossa on kolmen viivan rivi ---, joka päättää sen kesken.',
    fix: 'Poista ylimääräinen rivi ---.',
  },
  MULTIPLE_TAGS: advanced,
  NON_STRING_KEY: unexpected,
  RESOURCE_EXHAUSTION: advanced,
  TAB_AS_INDENT: {
    message: 'Rivi on sisennetty sarkaimella (Tab).',
    fix: 'Korvaa sarkain välilyönneillä, kaksi tasoa kohti.',
  },
  TAG_RESOLVE_FAILED: advanced,
  UNEXPECTED_TOKEN: unexpected,
};

/**
 * What a YAML error means to an author.
 * @param all the errors of the document: some codes mean two things, which another error at the same place tells apart.
 */
export function yamlSentence(error: YAMLParseError, all: readonly YAMLParseError[]): Sentence {
  if (error.code === 'MISSING_CHAR' && error.message.startsWith('Implicit map keys')) return noColon;
  if (error.code === 'MISSING_CHAR' && error.message.startsWith('Sequence item')) return indent;
  if (error.code === 'BLOCK_AS_IMPLICIT_KEY' && overLines(error, all)) return indent;
  return sentences[error.code];
}

function overLines(error: YAMLParseError, all: readonly YAMLParseError[]): boolean {
  return all.some(({ code, pos }) => code === 'MULTILINE_IMPLICIT_KEY' && pos[0] === error.pos[0]);
}

/** What it means that YAML's own commands (anchors and aliases) do not resolve. */
export const unresolved = advanced;
