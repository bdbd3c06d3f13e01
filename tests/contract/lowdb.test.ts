import { describe } from 'vitest';
import { lowdbInstallation } from '../support/stores.ts';
import { describeOtherStores } from './otherStores.contract.ts';
import { describeStatementQueries } from './statementQueries.contract.ts';
import { describeStatementStore } from './statementStore.contract.ts';

describe('the embedded store', () => {
  describeStatementStore(lowdbInstallation);
  describeStatementQueries(lowdbInstallation);
  describeOtherStores(lowdbInstallation);
});
