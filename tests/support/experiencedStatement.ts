import { accountActor } from '../../src/xapi/actors.ts';
import type { Occasion } from '../../src/xapi/builders.ts';
import { activityIds } from '../../src/xapi/ids.ts';
import type { Statement } from '../../src/xapi/types.ts';
import { experienced } from '../../src/xapi/verbs.ts';

/** That a learner went through a section, as fully as a client can say it; the site's own pages send less. */
export function experiencedStatement(id: string, section: string, occasion: Occasion): Statement {
  const { idBase, account, registration, course, module, lang, timestamp } = occasion;
  const ids = activityIds(idBase);
  return {
    id,
    actor: accountActor(idBase, account),
    verb: experienced,
    object: { objectType: 'Activity', id: ids.section(module.id, section) },
    context: {
      registration,
      contextActivities: {
        parent: [{ objectType: 'Activity', id: ids.module(module.id) }],
        grouping: [{ objectType: 'Activity', id: ids.course(course) }],
      },
      revision: String(module.version),
      language: lang,
    },
    timestamp,
    version: '1.0.0',
  };
}
