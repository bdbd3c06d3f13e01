/** The two questions at the end of a module and what coordinators see of their answers, in Finnish. */
export const fiFeedback = {
  'feedback.title': 'Kerro, mitä pidit moduulista',
  'feedback.note':
    'Kaksi kysymystä, vastaaminen on vapaaehtoista. Sisällön tekijät näkevät vastaukset vain yhteenvetona, kun vähintään kymmenen on vastannut. Nimeäsi ei näytetä, eikä esihenkilösi näe vastauksia.',
  'feedback.satisfied': 'Kuinka tyytyväinen olet moduulin sisältöön?',
  'feedback.satisfied.1': 'Erittäin tyytymätön',
  'feedback.satisfied.2': 'Melko tyytymätön',
  'feedback.satisfied.3': 'En tyytyväinen enkä tyytymätön',
  'feedback.satisfied.4': 'Melko tyytyväinen',
  'feedback.satisfied.5': 'Erittäin tyytyväinen',
  'feedback.learned': 'Opitko jotain uutta?',
  'feedback.learned.1': 'En mitään',
  'feedback.learned.2': 'Vain vähän',
  'feedback.learned.3': 'Jonkin verran',
  'feedback.learned.4': 'Paljon',
  'feedback.learned.5': 'Erittäin paljon',
  'feedback.send': 'Lähetä palaute',
  'feedback.change': 'Lähetä muutettu palaute',
  'feedback.nothing': 'Valitse ensin vastaus. Voit vastata myös vain toiseen kysymykseen.',
  'feedback.saved': 'Kiitos, palautteesi on tallennettu. Voit muuttaa sitä milloin vain.',
  'feedback.waiting': 'Palautteesi on tallessa tällä laitteella. Se lähetetään, kun yhteys palaa.',
  'feedback.waitingSignIn': 'Palautteesi on tallessa tällä laitteella. Se lähetetään, kun kirjaudut uudelleen sisään.',
  'feedback.failed': 'Palautetta ei voitu tallentaa. Lataa sivu uudelleen ja yritä vielä kerran.',
  'feedback.stored':
    'Palautteesi moduulista, jos annat sitä: jotta sisältöä voidaan parantaa. Sisällön tekijät näkevät vain vähintään kymmenen ihmisen yhteenvedon.',
  'feedback.table': 'Palaute',
  'feedback.tableText':
    'Mitä oppijat vastasivat moduulin lopussa, pyöristettynä. Luvut näkyvät, kun vastaajia on vähintään kymmenen, ja muuttuvat kymmenen vastaajan erissä, jotta kenenkään yksittäistä vastausta ei voi päätellä.',
  'feedback.tableSatisfied': 'Tyytyväisiä sisältöön',
  'feedback.tableLearned': 'Oppi jotain uutta',
  'feedback.share': '{share} % ({learners} vastaajaa)',
  'feedback.hidden': 'Näytetään, kun vastaajia on vähintään 10',
} as const;
