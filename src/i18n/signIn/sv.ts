import type { SignInMessages } from './fi.ts';

/** Signing in and out by the organisation's identity provider, in Swedish. */
export const svSignIn: SignInMessages = {
  'signIn.oidc.lead': 'Du loggar in med samma konto som i de andra tjänsterna i ditt arbete.',
  'signIn.oidc.runBy': 'För inloggningen ansvarar {organisation}. Oppihetki ser inte ditt lösenord.',
  'signIn.oidc.button': 'Logga in med arbetskontot',
  'signIn.problem.id': 'Felets id: {id}',
  'signIn.problem.cancelled.title': 'Inloggningen avbröts',
  'signIn.problem.cancelled.text':
    'Inloggningen slutfördes inte, eller så har ditt konto inte rätt till tjänsten. Du kan försöka igen. Om det inte hjälper, kontakta användarstödet i din organisation.',
  'signIn.problem.expired.title': 'Inloggningen blev för gammal',
  'signIn.problem.expired.text':
    'Inloggningen tog över 10 minuter, började i en annan webbläsare eller har redan använts. Logga in på nytt.',
  'signIn.problem.failed.title': 'Inloggningen lyckades inte',
  'signIn.problem.failed.text':
    'Svaret från inloggningstjänsten kunde inte godkännas. Logga in på nytt. Om felet upprepas, uppge id:t nedan till tjänstens administratör.',
  'signIn.problem.unavailable.title': 'Inloggningstjänsten kan inte nås',
  'signIn.problem.unavailable.text':
    'Organisationens inloggningstjänst svarar inte. Försök igen om en stund. Kursen kan läsas utan att logga in.',
  'leaving.signIn.title': 'Du flyttas till inloggningen',
  'leaving.signIn.text': 'Om en stund flyttas du till organisationens inloggningstjänst.',
  'leaving.signIn.link': 'Fortsätt till inloggningen',
  'leaving.signOut.title': 'Du har loggat ut från Oppihetki',
  'leaving.signOut.text': 'Om en stund flyttas du till organisationens inloggningstjänst och loggas ut också där.',
  'leaving.signOut.link': 'Fortsätt till utloggningen',
};
