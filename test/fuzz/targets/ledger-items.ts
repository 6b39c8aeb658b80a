import { isDeepStrictEqual } from 'node:util';
import { dismissalItemOf, parseDismissalItem } from '../../../shared/contracts/ledger/dismissal-item.ts';
import { UnreadableItemError } from '../../../shared/contracts/ledger/item.ts';
import { parseHeldLeaseItem, parseLeaseHolder } from '../../../shared/contracts/ledger/lease-item.ts';
import {
  lookupItemOf,
  parseEntryItem,
  parseLookupItem,
  parsePersonItem,
  personItemOf,
} from '../../../shared/contracts/ledger/person-item.ts';
import { parseSourceItem } from '../../../shared/contracts/ledger/source-item.ts';
import { parseSyncRunItem, syncRunItemOf } from '../../../shared/contracts/ledger/sync-run-item.ts';
import { parseUploadItem, uploadItemOf } from '../../../shared/contracts/ledger/upload-item.ts';
import {
  parseUsageItem,
  parseUsageOnDayItem,
  usageItemOf,
  usageOnDayItemOf,
} from '../../../shared/contracts/ledger/usage-item.ts';
import { committedUsage, FULL_PERSON, ledgerPerson, personId, usageOnDay } from '../../contract/samples.ts';
import { email } from '../../support/accounts.ts';
import { storedFindingOf } from '../../support/findings.ts';
import { pullOf, syncRunOf } from '../../support/sync-runs.ts';
import { uploadOf } from '../../support/uploads.ts';
import { expectThat, type FuzzTarget, jsonTarget } from '../fuzz-target.ts';

const EMAIL = email('mona@example.com');
const AT = '2026-03-01T00:00:00.000Z';

const PERSON = personItemOf(ledgerPerson(1, { person: FULL_PERSON }));
const LEASE = { pk: 'lease', sk: 'merge', schema_version: 1, owner: 'me', fence: 1, expires_at_ms: 1 };
const SOURCE = { pk: 'source', sk: 'server:ghes.example.com', schema_version: 1, automatic_sync: false };
const DISMISSAL = { findingId: storedFindingOf(1).id, reason: 'on leave', by: 'octo-owner', at: AT };

/** Everything that is read from the table. */
export const LEDGER_ITEMS: readonly FuzzTarget[] = [
  item('person', PERSON, parsePersonItem, personItemOf),
  item('entry', PERSON, parseEntryItem),
  item('look-up', lookupItemOf({ email: EMAIL, personId: personId(1) }), (stored) =>
    parseLookupItem(EMAIL, stored),
  ),
  item('source', SOURCE, parseSourceItem),
  item('upload', uploadItemOf(uploadOf('an-id')), parseUploadItem, uploadItemOf),
  item('usage', usageItemOf(committedUsage(), 1), parseUsageItem, (usage) => usageItemOf(usage, 1)),
  item('usage-history', usageOnDayItemOf(usageOnDay('2026-03-01')), parseUsageOnDayItem, usageOnDayItemOf),
  item('sync-run', syncRunItemOf(syncRunOf('an-id', { pulls: [pullOf()] })), parseSyncRunItem, syncRunItemOf),
  item('dismissal', dismissalItemOf(DISMISSAL), parseDismissalItem, dismissalItemOf),
  item('lease', LEASE, parseHeldLeaseItem),
  item('lease-holder', LEASE, (stored) => parseLeaseHolder(stored, 0)),
];

/** `store`, where there is one, makes the item anew: it must be read as the same. */
function item<Content>(
  name: string,
  seed: object,
  parse: (stored: unknown) => Content,
  store?: (content: Content) => object,
): FuzzTarget {
  return jsonTarget(`ledger/${name}`, [seed], (stored) => {
    const content = contentOf(parse, stored);
    if (content === REFUSED) return 'refused';
    if (store !== undefined) {
      const again = parse(JSON.parse(JSON.stringify(store(content))));
      expectThat(isDeepStrictEqual(again, content), `a ${name} is read as it was stored`);
    }
    return 'read';
  });
}

const REFUSED = Symbol('refused');

function contentOf<Content>(parse: (stored: unknown) => Content, stored: unknown): Content | typeof REFUSED {
  try {
    return parse(stored);
  } catch (error) {
    if (!(error instanceof UnreadableItemError)) throw error;
    expectThat(!error.message.includes('@example'), 'the error tells no address');
    return REFUSED;
  }
}
