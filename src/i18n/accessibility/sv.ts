import type { AccessibilityMessages } from './fi.ts';

/** The accessibility statement, in Swedish. */
export const svAccessibility: AccessibilityMessages = {
  'accessibility.title': 'Tillgänglighet',
  'accessibility.description':
    'Hur tillgänglig Oppihetki är, hur den har testats och vem du kan berätta om brister för.',
  'accessibility.lead':
    'Vi vill att alla ska kunna studera i Oppihetki. Det här utlåtandet gäller Oppihetki, och för det ansvarar {organisation}.',
  'accessibility.stateTitle': 'Läget nu',
  'accessibility.stateFull':
    'Oppihetki uppfyller lagens krav: nivåerna A och AA i riktlinjerna för tillgängligt webbinnehåll WCAG 2.2.',
  'accessibility.statePartial':
    'Oppihetki uppfyller lagens krav delvis. Målet är nivå AA i riktlinjerna för tillgängligt webbinnehåll WCAG 2.2.',
  'accessibility.notChecked':
    'Alla granskningar har inte gjorts ännu, så det kan finnas fler brister än vi känner till.',
  'accessibility.gapsTitle': 'Det som ännu inte är tillgängligt',
  'accessibility.noGaps': 'Vi känner inte till något som inte uppfyller kraven.',
  'accessibility.criterion': 'WCAG {criterion}',
  'accessibility.automatedTitle': 'Vad testerna kontrollerar',
  'accessibility.automated':
    '{engine} gick igenom {pages} sidor och {states} lägen i ljust och mörkt utseende {date}. Inga avvikelser återstod.',
  'accessibility.automatedMore':
    'Testerna slutför kursen också med enbart tangentbord och provar sidorna i ett 320 bildpunkter brett fönster, med dubbel textstorlek, utan rörelse och utan JavaScript.',
  'accessibility.automatedAlways': 'Testerna körs alltid när tjänsten eller dess innehåll ändras.',
  'accessibility.checksTitle': 'Vad människor granskar',
  'accessibility.made': 'Gjord {date}.',
  'accessibility.notYet': 'Inte gjord ännu.',
  'accessibility.goodToKnowTitle': 'Bra att veta',
  'accessibility.language':
    'Kursens innehåll finns bara på finska. På de svenska och engelska sidorna är det finska innehållet märkt som finska, så att skärmläsare läser det rätt.',
  'accessibility.script': 'Att svara på frågor och att söka kräver JavaScript. Allt annat fungerar utan det.',
  'accessibility.voice': 'I videorna talar en syntetisk röst. De har textning, och talet kan läsas bredvid videon.',
  'accessibility.feedbackTitle': 'Berätta om en brist',
  'accessibility.feedback':
    'Berätta för oss om något inte fungerar eller om du behöver informationen i en annan form. Vi svarar inom 14 dagar.',
  'accessibility.feedbackLink': 'Ge respons om tillgängligheten',
  'accessibility.supervisorTitle': 'Tillsynsmyndighet',
  'accessibility.supervisor':
    'Om du inte får svar inom 14 dagar eller om svaret inte räcker kan du anföra klagomål hos tillsynsmyndigheten:',
  'accessibility.revised': 'Utlåtandet bygger på en egen bedömning. Det uppdaterades {date}.',
};
