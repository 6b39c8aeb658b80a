import { text as textFrom } from 'node:stream/consumers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvText } from '../../../shared/contracts/report-csv/csv-text.ts';
import { addressSearch } from '../../../shared/domain/address-search.ts';
import { normalizeEmail } from '../../../shared/domain/email.ts';
import { email } from '../../support/accounts.ts';

const holdsMona = addressSearch(email('mona@example.com'));

describe('an address is found', () => {
  it.each([
    'mona@example.com',
    '{"primary_email":"mona@example.com"}',
    '{"saml_name_id":"Mona@Example.COM"}',
    '{"people":["email:mona@example.com"]}',
    '["mona@example.com",3,-1]',
    'jim.mona@example.com,mona@example.com',
    'Mona <mona@example.com>',
  ])('in %s', (text) => {
    expect(holdsMona(text)).toBe(true);
  });

  it.each([
    ['mo"na@example.com', String.raw`{"people":["email:mo\"na@example.com"]}`],
    ['mo"na@example.com', '1,"mo""na@example.com"'],
    ['mo"na@example.com', 'mo"na@example.com'],
    ['=mona@example.com', "1,'=mona@example.com"],
  ])('in the form that the file needs: %s in %s', (address, text) => {
    expect(addressSearch(email(address))(text)).toBe(true);
  });

  const address = fc
    .tuple(
      fc.oneof(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
        fc.string({ unit: fc.constantFrom(...`'"\\=+-＝.m`), minLength: 1, maxLength: 4 }),
      ),
      fc.domain(),
    )
    .map(([name, domain]) => normalizeEmail(`${name}@${domain}`))
    .filter((found) => found !== null);

  it('wherever it is in JSON, whatever its characters', () => {
    fc.assert(
      fc.property(address, (found) => {
        expect(addressSearch(found)(JSON.stringify({ emails: [found] }))).toBe(true);
      }),
    );
  });

  it('in a CSV for downloading, alone or behind another, whatever its characters', async () => {
    await fc.assert(
      fc.asyncProperty(address, fc.boolean(), async (found, isAlone) => {
        const rows = [isAlone ? [found] : [email('lisa@example.com'), found]];
        const columns = [['Emails', (emails: readonly string[]) => emails]] as const;
        const text = await textFrom(csvText(columns, rows, { byteOrderMark: false }));
        expect(addressSearch(found)(text)).toBe(true);
      }),
    );
  });
});

describe('another address is not taken for it', () => {
  it.each([
    'jim.mona@example.com',
    'ramona@example.com',
    'mona@example.com.br',
    'mona@example.community',
    'mona+tag@example.com',
    'mona@sub.example.com',
  ])('in %s', (text) => {
    expect(holdsMona(JSON.stringify({ email: text }))).toBe(false);
  });

  it.each([
    ['=mona@example.com', '1, 2'],
    ['mona=1@example.com', "'mona=1@example.com"],
  ])('%s in %s', (address, text) => {
    expect(addressSearch(email(address))(text)).toBe(false);
  });
});
