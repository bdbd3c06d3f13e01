/** Signing in and out by the organisation's identity provider, in Finnish. */
export const fiSignIn = {
  'signIn.oidc.lead': 'Kirjaudut samalla tunnuksella kuin muihinkin työsi palveluihin.',
  'signIn.oidc.runBy': 'Kirjautumisesta vastaa {organisation}. Oppihetki ei näe salasanaasi.',
  'signIn.oidc.button': 'Kirjaudu työtunnuksella',
  'signIn.problem.id': 'Virheen tunnus: {id}',
  'signIn.problem.cancelled.title': 'Kirjautuminen keskeytyi',
  'signIn.problem.cancelled.text':
    'Kirjautumista ei viety loppuun, tai tunnuksellasi ei ole oikeutta palveluun. Voit yrittää uudelleen. Jos se ei auta, ota yhteyttä organisaatiosi käyttäjätukeen.',
  'signIn.problem.expired.title': 'Kirjautuminen vanheni',
  'signIn.problem.expired.text':
    'Kirjautuminen kesti yli 10 minuuttia, alkoi toisessa selaimessa tai on jo käytetty. Kirjaudu uudelleen.',
  'signIn.problem.failed.title': 'Kirjautuminen ei onnistunut',
  'signIn.problem.failed.text':
    'Kirjautumispalvelun vastausta ei voitu hyväksyä. Kirjaudu uudelleen. Jos virhe toistuu, kerro alla oleva tunnus palvelun ylläpidolle.',
  'signIn.problem.unavailable.title': 'Kirjautumispalveluun ei saada yhteyttä',
  'signIn.problem.unavailable.text':
    'Organisaation kirjautumispalvelu ei vastaa. Yritä hetken kuluttua uudelleen. Kurssia voi lukea kirjautumatta.',
  'leaving.signIn.title': 'Siirrytään kirjautumaan',
  'leaving.signIn.text': 'Siirryt hetken kuluttua organisaatiosi kirjautumispalveluun.',
  'leaving.signIn.link': 'Jatka kirjautumiseen',
  'leaving.signOut.title': 'Olet kirjautunut ulos Oppihetkestä',
  'leaving.signOut.text': 'Siirryt hetken kuluttua organisaatiosi kirjautumispalveluun ja kirjaudut ulos sieltäkin.',
  'leaving.signOut.link': 'Jatka uloskirjautumiseen',
} as const;

export type SignInMessages = Readonly<Record<keyof typeof fiSignIn, string>>;
