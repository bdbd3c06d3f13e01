import type { fiStatistics } from './fi.ts';

/** How questions and sections teach, and what the content check told: for coordinators, in Swedish. */
export const svStatistics: Readonly<Record<keyof typeof fiStatistics, string>> = {
  'statistics.findings': 'Anmärkningar på innehållet',
  'statistics.findingsText':
    'Vad innehållskontrollen märkte: i förhandsgranskningen i det innehåll som senast sparades, på den publicerade webbplatsen i det som den byggdes av. Här finns påståenden vars granskningsdag har passerat i dag, för gamla tillgänglighetskontroller, svårlästa ställen och uppgifter som saknas. På den publicerade webbplatsen kan det inte finnas brutna länkar: med dem byggs webbplatsen inte. Anmärkningarna är på finska.',
  'statistics.findingsNone': 'Kontrollen märkte inget att rätta.',
  'statistics.findingsUnknown': 'Anmärkningarna är inte kända. De fås med kommandot npm run check:content.',
  'statistics.translationStates': 'Översättningar',
  'statistics.language': 'Språk',
  'statistics.texts': 'Texter',
  'statistics.missing': 'Saknas',
  'statistics.stale': 'Föråldrade',
  'statistics.language.sv': 'Svenska',
  'statistics.language.en': 'Engelska',
  'statistics.translations':
    'Siffrorna visar hur mycket av kursens texter som är översatt. Deltagarens sidor visar ännu inte översättningarna: innehållet finns där bara på finska, gränssnittet också på svenska och engelska.',
  'statistics.title': 'Hur frågorna och avsnitten lär ut',
  'statistics.text':
    'Siffrorna gäller varje deltagares första svar. De visas när minst tio har svarat och ändras tio svar i taget, så att ingens svar går att räkna ut. Andelarna är avrundade till fem procent. När en frågas text, alternativ eller rätta svar ändras börjar siffrorna om.',
  'statistics.hidden': 'Visas när minst 10 har svarat',
  'statistics.hiddenOf': 'Visas när minst 10 har svarat. Väntar ännu:',
  'statistics.questionsOf': 'Frågor: {title}',
  'statistics.sectionsOf': 'Avsnitt: {title}',
  'statistics.question': 'Fråga',
  'statistics.learners': 'Svarande',
  'statistics.facility': 'Rätt genast',
  'statistics.discrimination': 'Särskiljning',
  'statistics.discrimination.negative': 'omvänd',
  'statistics.discrimination.weak': 'svag',
  'statistics.discrimination.fair': 'måttlig',
  'statistics.discrimination.good': 'god',
  'statistics.discrimination.unknown': 'ännu inte känd',
  'statistics.unused': 'Nästan ingen väljer',
  'statistics.unused.none': 'alla väljs',
  'statistics.unused.unknown': 'ännu inte känt',
  'statistics.unused.notChoices': 'inga alternativ',
  'statistics.time': 'Svarstid',
  'statistics.seconds': '{seconds} s',
  'statistics.suggestion': 'Vad lönar det sig att göra',
  'statistics.suggestion.luring':
    'Ett fel alternativ lockar dem som kan: kontrollera formuleringen och det rätta svaret.',
  'statistics.suggestion.contrary': 'De som kan svarar oftare fel här: kontrollera formuleringen och det rätta svaret.',
  'statistics.suggestion.hard':
    'Få kan detta genast: kontrollera formuleringen och att avsnittet lär ut saken före frågan.',
  'statistics.suggestion.weak':
    'Frågan skiljer knappt dem som kan från andra: gör frågan eller alternativen tydligare.',
  'statistics.suggestion.easy': 'Nästan alla kan detta genast: kunde frågan kräva mer eftertanke?',
  'statistics.suggestion.unused':
    'Något alternativ väljs av nästan ingen: byt det mot ett trovärdigare eller ta bort det.',
  'statistics.suggestion.good': 'En bra fråga.',
  'statistics.suggestion.fitting': 'Svårigheten är lagom.',
  'statistics.section': 'Avsnitt',
  'statistics.through': 'Gick igenom av dem som började',
  'statistics.throughValue': '{share} % ({learners} började)',
  'statistics.minutes': 'Median / planerat',
  'statistics.minutesValue': '{minutes} / {budget} min',
  'statistics.minutesUnknown': '– / {budget} min',
  'statistics.sectionsText':
    'Tiden är en uppskattning: den räknas från anteckning till anteckning under samma sittning. En paus på över tio minuter bryter den. För modulens första avsnitt kan tiden oftast inte anges, eftersom ingenting antecknas när det börjar.',
};
