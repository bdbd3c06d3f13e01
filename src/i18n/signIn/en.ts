import type { SignInMessages } from './fi.ts';

/** Signing in and out by the organisation's identity provider, in English. */
export const enSignIn: SignInMessages = {
  'signIn.oidc.lead': 'You sign in with the same account as to the other services of your work.',
  'signIn.oidc.runBy': 'Signing in is run by {organisation}. Oppihetki does not see your password.',
  'signIn.oidc.button': 'Sign in with your work account',
  'signIn.problem.id': 'Id of the error: {id}',
  'signIn.problem.cancelled.title': 'The sign-in was broken off',
  'signIn.problem.cancelled.text':
    'The sign-in was not finished, or your account is not allowed to use this service. You can try again. If that does not help, ask the IT support of your organisation.',
  'signIn.problem.expired.title': 'The sign-in has expired',
  'signIn.problem.expired.text':
    'The sign-in took more than 10 minutes, began in another browser or has been used already. Sign in again.',
  'signIn.problem.failed.title': 'The sign-in did not succeed',
  'signIn.problem.failed.text':
    'The answer of the sign-in service could not be accepted. Sign in again. If the error happens again, tell the id below to the maintainer of this service.',
  'signIn.problem.unavailable.title': 'The sign-in service cannot be reached',
  'signIn.problem.unavailable.text':
    'The sign-in service of your organisation does not answer. Try again in a moment. The course can be read without signing in.',
  'leaving.signIn.title': 'Going on to sign in',
  'leaving.signIn.text': 'You will be taken to the sign-in service of your organisation in a moment.',
  'leaving.signIn.link': 'Go on to sign in',
  'leaving.signOut.title': 'You have signed out of Oppihetki',
  'leaving.signOut.text':
    'You will be taken to the sign-in service of your organisation in a moment, to sign out there too.',
  'leaving.signOut.link': 'Go on to sign out',
};
