import type { fiFeedback } from './fi.ts';

/** The two questions at the end of a module and what coordinators see of their answers, in Swedish. */
export const svFeedback: Readonly<Record<keyof typeof fiFeedback, string>> = {
  'feedback.title': 'Berätta vad du tyckte om modulen',
  'feedback.note':
    'Två frågor, det är frivilligt att svara. De som gör innehållet ser svaren bara som en sammanfattning, när minst tio har svarat. Ditt namn visas inte, och din chef ser inte svaren.',
  'feedback.satisfied': 'Hur nöjd är du med modulens innehåll?',
  'feedback.satisfied.1': 'Mycket missnöjd',
  'feedback.satisfied.2': 'Ganska missnöjd',
  'feedback.satisfied.3': 'Varken nöjd eller missnöjd',
  'feedback.satisfied.4': 'Ganska nöjd',
  'feedback.satisfied.5': 'Mycket nöjd',
  'feedback.learned': 'Lärde du dig något nytt?',
  'feedback.learned.1': 'Ingenting',
  'feedback.learned.2': 'Bara lite',
  'feedback.learned.3': 'En del',
  'feedback.learned.4': 'Mycket',
  'feedback.learned.5': 'Väldigt mycket',
  'feedback.send': 'Skicka responsen',
  'feedback.change': 'Skicka den ändrade responsen',
  'feedback.nothing': 'Välj först ett svar. Du kan också svara på bara den ena frågan.',
  'feedback.saved': 'Tack, din respons har sparats. Du kan ändra den när som helst.',
  'feedback.waiting': 'Din respons är sparad på den här enheten. Den skickas när anslutningen är tillbaka.',
  'feedback.waitingSignIn': 'Din respons är sparad på den här enheten. Den skickas när du loggar in igen.',
  'feedback.failed': 'Responsen kunde inte sparas. Ladda om sidan och försök en gång till.',
  'feedback.stored':
    'Din respons på modulen, om du ger sådan: så att innehållet kan förbättras. De som gör innehållet ser bara en sammanfattning av minst tio personers svar.',
  'feedback.table': 'Respons',
  'feedback.tableText':
    'Vad deltagarna svarade i slutet av modulen, avrundat. Siffrorna visas när minst tio har svarat och ändras tio svar i taget, så att ingens enskilda svar går att räkna ut.',
  'feedback.tableSatisfied': 'Nöjda med innehållet',
  'feedback.tableLearned': 'Lärde sig något nytt',
  'feedback.share': '{share} % ({learners} svar)',
  'feedback.hidden': 'Visas när minst 10 har svarat',
};
