import { svAccessibility } from './accessibility/sv.ts';
import { svCertificates } from './certificates/sv.ts';
import type { Messages } from './fi.ts';
import { svFeedback } from './feedback/sv.ts';
import { svMaterials } from './materials/sv.ts';
import { svRecords } from './records/sv.ts';
import { svReports } from './reports/sv.ts';
import { svReview } from './review/sv.ts';
import { svSearch } from './search/sv.ts';
import { svSignIn } from './signIn/sv.ts';
import { svStatistics } from './statistics/sv.ts';

/** The user interface in Swedish as used in Finland. */
export const sv: Messages = {
  ...svMaterials,
  ...svAccessibility,
  ...svCertificates,
  ...svFeedback,
  ...svRecords,
  ...svReports,
  ...svReview,
  ...svSearch,
  ...svSignIn,
  ...svStatistics,

  'site.name': 'Oppihetki',
  'site.tagline': 'Lärande i små bitar',
  'site.skip': 'Gå till innehållet',
  'site.home': 'Oppihetki, kursens startsida',

  'nav.main': 'Huvudmeny',
  'nav.course': 'Kurs',
  'nav.my': 'Mitt lärande',
  'nav.glossary': 'Ordlista',
  'nav.reports': 'Slutförda moduler',
  'nav.authoring': 'Innehåll',
  'nav.language': 'Språk',
  'nav.signIn': 'Logga in',
  'nav.signOut': 'Logga ut',
  'nav.account': 'Egen meny',

  'unsent.title': 'Allt har inte skickats ännu',
  'unsent.count':
    'Inte skickat: {count}. Dina svar och markeringar finns bara på den här enheten. Om du loggar ut nu tas de bort och sparas inte.',
  'unsent.send': 'Försök skicka',
  'unsent.leave': 'Logga ut och ta bort dem',
  'unsent.stay': 'Avbryt',

  'language.fi': 'Suomeksi',
  'language.sv': 'På svenska',
  'language.en': 'In English',

  'footer.about': 'Om tjänsten',
  'footer.sources': 'Källor',
  'footer.accessibility': 'Tillgänglighet',
  'footer.verify': 'Granska ett intyg',
  'footer.privacy': 'Dataskydd',
  'footer.feedback': 'Ge respons',

  'content.finnishOnly': 'Kursens innehåll finns tills vidare bara på finska.',

  'course.kicker': 'Kurs · {modules} moduler · {minutes} min',
  'course.kickerOne': 'Kurs · 1 modul · {minutes} min',
  'course.modules': 'Moduler',
  'course.modulesLead': 'Du kan studera i små bitar. Du fortsätter alltid där du slutade.',
  'course.startNote': 'ungefär {minutes} min',
  'course.resumeNote': 'ungefär {minutes} min i det här avsnittet',
  'course.allDone': 'Se dina prestationer',
  'course.allDoneNote': 'Du har slutfört alla publicerade moduler.',

  'module.minutes': '{minutes} min',
  'module.notStarted': 'inte påbörjad',
  'module.left': 'ungefär {minutes} min kvar',
  'module.answersLeft': 'obesvarade frågor',
  'module.completedOn': 'slutförd {date}',
  'module.announced': 'På kommande',
  'module.draft': 'Utkast',
  'module.progress': 'Framsteg: {title}',
  'module.kicker': 'Modul {number} / {total} · {minutes} min',
  'module.objectives': 'Efter modulen',
  'module.sections': 'Avsnitt',
  'module.start': 'Börja: {title}',
  'module.resume': 'Fortsätt: {title}',
  'module.review': 'Repetera: {title}',
  'module.sectionDone': 'klart',

  'end.rule': 'När är modulen slutförd?',
  'end.ruleText':
    'Modulen är slutförd när du har gått igenom alla avsnitt och svarat en gång på varje fråga. Rätta svar räknas inte, och du får försöka så många gånger du vill.',
  'end.signIn': 'Logga in så sparas dina framsteg.',
  'end.signInLink': 'Logga in',
  'end.missing': 'Ännu återstår',
  'end.missingText': 'Modulen antecknas som slutförd genast när det här är gjort.',
  'end.missingSection': 'Avsnitt: {title}',
  'end.missingQuestions': 'Obesvarade frågor i avsnittet {title}: {count}',
  'end.completed': 'Modulen är slutförd',
  'end.completedText': 'Du slutförde modulen {date}. Prestationen är sparad.',
  'end.toCourse': 'Till kursens startsida',
  'end.nextModule': 'Nästa modul: {title}',
  'end.unavailable': 'Dina framsteg kunde inte hämtas. Ladda sidan på nytt om en stund.',

  'section.kicker': 'Avsnitt {number} / {total} · {minutes} min',
  'section.nav': 'Modulens avsnitt',
  'section.where': 'Avsnitt {number} / {total}: {title}',
  'section.pager': 'Föregående och nästa avsnitt',
  'section.finish': 'Slutför modulen',
  'section.signedOut': 'Du kan läsa allt utan att logga in. Dina framsteg sparas bara när du är inloggad.',
  'section.signIn': 'Logga in',
  'section.saved': 'sparat',
  'section.waiting': 'väntar på anslutning',
  'section.waitingSignIn': 'väntar på inloggning',

  'end.missingQuiz': 'Sluttestet: {needed}/{total} rätt behövs',
  'end.ruleTextQuiz':
    'Modulen är slutförd när du har gått igenom alla avsnitt, svarat på varje fråga och klarat sluttestet. Du får försöka hur många gånger som helst.',

  'callout.tip': 'Tips',
  'callout.note': 'Obs',
  'callout.example': 'Exempel',

  'glossary.title': 'Ordlista',
  'glossary.description': 'Kursens viktigaste begrepp klart förklarade, med källor.',
  'glossary.lead': 'Kursens viktigaste begrepp i en eller två meningar.',
  'glossary.letters': 'Gå till bokstaven',
  'glossary.see': 'Se också',

  'sources.title': 'Källor',
  'sources.description': 'Varifrån kursens uppgifter kommer.',
  'sources.lead': 'Kursens uppgifter bygger på de här källorna. Texten är skriven med egna ord.',
  'sources.open': 'Öppna källan',

  'status.info': 'För kännedom',
  'status.success': 'Klart',
  'status.error': 'Fel',

  'error.404.title': 'Sidan hittades inte',
  'error.404.text':
    'Det finns ingen sida på adressen. Sidan kan ha flyttats, eller så finns det ett skrivfel i adressen.',
  'error.404.advice': 'Kontrollera adressen eller fortsätt från kursens startsida.',
  'error.403.title': 'Du har inte rätt att se den här sidan',
  'error.403.text': 'Sidan är avsedd för en annan användargrupp, till exempel chefer.',
  'error.403.advice': 'Om du borde se sidan, be tjänstens administratör om behörighet.',
  'error.500.title': 'Något gick fel',
  'error.500.text': 'Felet är hos oss. De framsteg som sparats tidigare finns kvar.',
  'error.500.advice': 'Ladda sidan på nytt om en stund. Berätta för oss om felet upprepas.',
  'error.home': 'Till kursens startsida',
  'error.report': 'Berätta om felet',

  'offline.title': 'Ingen förbindelse',
  'offline.lead':
    'Den här sidan finns inte sparad på enheten. Försök igen när förbindelsen är tillbaka. Dina svar och markeringar finns kvar.',
  'offline.kept': 'Det här kan du läsa utan förbindelse',

  'mistake.tell': 'Berätta om ett fel på den här sidan',
  'mistake.subject': 'Fel i avsnittet {title}',
  'mistake.body': 'Sida: {path}\n\nVad är fel?',
  'fit.title': 'Hur mycket tid har du?',
  'fit.nothing': 'Det finns inget avsnitt kvar som ryms på den tiden.',
  'fit.found': 'Så här mycket hinner du på {minutes} minuter:',
  'print.title': 'Skriv ut: {title}',
  'print.print': 'Skriv ut',
  'print.back': 'Tillbaka till modulen',
  'print.whole': 'Skriv ut hela modulen',
  'glossary.uses': 'Används i avsnitten',

  'privacy.title': 'Dataskydd',
  'privacy.description': 'Vad som sparas om dina studier, varför och vem som ser det.',
  'privacy.lead':
    'Vi sparar bara det som behövs för att visa att en modul är slutförd och för att du ska kunna fortsätta.',
  'privacy.storedTitle': 'Vad som sparas och varför',
  'privacy.storedSections': 'Vilka avsnitt du har gått igenom och när: så att du kan fortsätta där du slutade.',
  'privacy.storedAnswers':
    'Dina svar på frågorna och hur länge det tog att svara: så att du ser dem på nytt, modulen kan konstateras slutförd och en dålig fråga kan förbättras.',
  'privacy.storedVideos': 'Vilka videor du har sett och var du slutade: så att du kan fortsätta på samma ställe.',
  'privacy.storedCompletions': 'Slutförda moduler, datum och innehållets version: så att prestationen kan visas.',
  'privacy.storedPerson':
    'Ditt namn, din enhet och din roll: de hålls åtskilda från studieuppgifterna. I studieuppgifterna har du en slumpmässig kod, varken namn eller e-post.',
  'privacy.whoTitle': 'Vem som ser',
  'privacy.whoYou': 'Du ser dina egna uppgifter.',
  'privacy.whoManager':
    'Din chef ser om du har slutfört modulen, när och vilken version. Chefen ser inte svar, poäng, använd tid eller om du håller på med modulen.',
  'privacy.whoCoordinator':
    'De som gör innehållet ser inte en enskild persons svar. De ser bara sammanfattningar av minst tio personer: hur frågorna har besvarats och avsnitten gåtts igenom.',
  'privacy.notTitle': 'Vad vi inte gör',
  'privacy.notShared': 'Sidorna skickar ingenting till andra tjänster: ingen reklam och ingen spårning.',
  'privacy.notJudged': 'Frågorna används inte för att bedöma dig. De hjälper dig att lära.',
  'privacy.browserTitle': 'I din webbläsare',
  'privacy.browserCookie': 'Inloggningen använder en nödvändig kaka som upphör av sig själv.',
  'privacy.browserStorage':
    'Webbläsaren behåller hur långt du har kommit, dina egna anteckningar samt svar och markeringar tills de har skickats. Sidorna i en modul som du öppnat kan läsas utan förbindelse, videor bara om du väljer det. När du loggar ut tas allt detta bort från enheten.',
  'privacy.askTitle': 'Fråga eller begär',
  'privacy.ask': 'Du kan fråga om dina uppgifter eller begära att de raderas:',
  'privacy.askLink': 'Ta kontakt',

  'signIn.title': 'Logga in',
  'signIn.description': 'Logga in så sparas dina framsteg.',
  'signIn.lead': 'Det här är en provversion på den här datorn: välj vem du loggar in som. Inget lösenord behövs.',
  'signIn.signedInAs': 'Du är redan inloggad: {name}.',
  'signIn.learner': 'Deltagare',
  'signIn.learnerText': 'Går kursen. Enhet: vuxensocialarbete, väst.',
  'signIn.learner2': 'Deltagare 2',
  'signIn.learner2Text': 'Går kursen i en annan enhet. Enhet: hälsostation, öst.',
  'signIn.coordinator': 'Koordinator',
  'signIn.coordinatorText': 'Ansvarar för kursens innehåll.',
  'signIn.manager': 'Chef',
  'signIn.managerText': 'Ser den egna enhetens slutförda moduler. Enhet: vuxensocialarbete, väst.',
  'my.title': 'Mitt lärande',
  'my.description': 'Var du är i kursen och vad du har slutfört.',
  'my.lead':
    'Här ser du var du är i kursen och vad du har slutfört. Din chef ser bara om du har slutfört en modul och när.',
  'my.modules': 'Moduler',
  'my.module': 'Modul',
  'my.state': 'Läge',
  'my.sections': 'Avsnitt',
  'my.questions': 'Besvarade frågor',
  'my.completedOn': 'Slutförd {date}',
  'my.open': 'Pågår',
  'my.notStarted': 'Inte påbörjad',
  'my.ofAll': '{done} / {all}',
  'my.toCourse': 'Till kursens startsida',
  'my.recorded': 'Vad som har sparats om dig',
  'my.recordedText':
    'Avsnitt du har gått igenom, dina svar och slutförda moduler med tidpunkter. Läs mer på sidan {link}.',
  'authoring.title': 'Innehåll',
  'authoring.description': 'Kursens moduler, deras längd och filer.',
  'authoring.lead':
    'Kursens moduler så som de är publicerade nu. Innehållet redigeras som filer; du ser ändringarna genast när du startar förhandsvisningen med kommandot {command}.',
  'authoring.checkText':
    'Kontrollera innehållet med kommandot {command}: det berättar på finska vad som ska rättas och var.',
  'authoring.modules': 'Moduler',
  'authoring.module': 'Modul',
  'authoring.state': 'Läge',
  'authoring.published': 'Publicerad',
  'authoring.announced': 'På kommande',
  'authoring.version': 'Version',
  'authoring.minutes': 'Minuter / mål',
  'authoring.sections': 'Avsnitt',
  'authoring.questions': 'Frågor',
  'authoring.folder': 'Mapp',
};
