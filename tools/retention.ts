import { config } from '../oppihetki.config.ts';
import {
  carryOutRetention,
  planRetention,
  type RetentionDone,
  retentionProblems,
} from '../src/people/privacy/retention.ts';
import type { Maintenance } from '../src/server/maintenance.ts';
import { accountActor, actorKey } from '../src/xapi/actors.ts';
import { runCommand } from './maintenanceCommand.ts';

/** `npm run retention`: forgets and erases what is past its time. */
await runCommand({
  usage: `Usage: npm run retention [-- --preview]
Forgets names, erases records and removes entries of the audit log whose time is over, as oppihetki.config.ts sets it.
Running it again changes nothing. Works on the data folder (DATA_DIR, ./data by default); stop the server first.
  --preview  only tells what would go; the server may keep running`,
  options: ['preview'],
  words: 0,
  run: async ({ has }, maintenance) => {
    const problems = retentionProblems(config.retention);
    for (const problem of problems) console.error(`oppihetki.config.ts: ${problem}`);
    if (problems.length > 0) return 1;
    return has('preview') ? preview(maintenance) : carryOut(maintenance);
  },
});

async function preview(maintenance: Maintenance): Promise<number> {
  const { people, audit, lastActive } = await maintenance.look();
  const plan = planRetention(people, config.retention, new Date(), await lastActive());
  const { names, records, auditBefore, dropsUndo } = plan;
  const auditEntries = audit.filter(({ at }) => at < auditBefore).length;
  const undos = dropsUndo ? 1 : 0;
  tell('Would be', { names: names.length, records: records.length, auditEntries, undos });
  console.log('Nothing was changed.');
  return 0;
}

async function carryOut(maintenance: Maintenance): Promise<number> {
  const stores = await maintenance.open();
  try {
    const now = new Date();
    const idBase = (await stores.settings.idBase()) ?? '';
    const { lastActive } = await maintenance.look();
    const plan = planRetention(await stores.people.state(), config.retention, now, await lastActive());
    const { absolute, idle } = config.session;
    await stores.sessions.removeOlder({ createdBefore: ago(now, absolute), lastSeenBefore: ago(now, idle) });
    const parts = {
      ...stores,
      erase: ({ id, reportId }: { readonly id: string; readonly reportId: string }) => {
        const agents = [actorKey(accountActor(idBase, id))!];
        return stores.erasure.erase({ personId: id, reportId, agents, by: 'maintainer' });
      },
    };
    const done = await carryOutRetention(parts, plan, now);
    if (Object.values(done).some((count) => count > 0)) {
      const detail = Object.fromEntries(Object.entries(done).map(([what, count]) => [what, String(count)]));
      const subjects = plan.names.map(({ reportId }) => reportId);
      await stores.audit.append({ at: now.toISOString(), by: 'maintainer', action: 'retention', detail, subjects });
    }
    tell('Were', done);
    return 0;
  } finally {
    await stores.close();
  }
}

function tell(were: string, { names, records, auditEntries, undos }: RetentionDone): void {
  const { namesOfLeavers, namesOfUnlisted, recordsOfLeavers, auditLog } = config.retention;
  const silent = `who are not on the roster and did nothing here for ${namesOfUnlisted}`;
  console.log(
    `${were} forgotten: the names of ${names} people, who left over ${namesOfLeavers} months ago or ${silent}.`,
  );
  if (recordsOfLeavers === null) console.log('Records of people who left are kept without a name, for ever.');
  else console.log(`${were} erased: the records of ${records} people who left over ${recordsOfLeavers} months ago.`);
  console.log(`${were} removed: ${auditEntries} entries of the audit log older than ${auditLog} months.`);
  if (undos > 0) console.log(`${were} removed: what undoes the last import of the roster.`);
}

function ago(now: Date, minutes: number): string {
  return new Date(now.getTime() - minutes * 60_000).toISOString();
}
