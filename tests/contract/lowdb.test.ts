import { describe } from 'vitest';
import { lowdbInstallation } from '../support/stores.ts';
import { describeAttachmentStore } from './attachmentStore.contract.ts';
import { describeOtherStores } from './otherStores.contract.ts';
import { describeStatementQueries } from './statementQueries.contract.ts';
import { describeStatementStore } from './statementStore.contract.ts';
import { describeStatementTargets } from './statementTargets.contract.ts';

describe('the embedded store', () => {
  describeStatementStore(lowdbInstallation);
  describeStatementQueries(lowdbInstallation);
  describeStatementTargets(lowdbInstallation);
  describeAttachmentStore(lowdbInstallation);
  describeOtherStores(lowdbInstallation);
});
