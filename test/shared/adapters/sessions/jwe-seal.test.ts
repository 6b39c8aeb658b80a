import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sessionSeal, signInSeal } from '../../../../shared/adapters/sessions/jwe-seal.ts';
import type { Session } from '../../../../shared/session-ports.ts';

const NOW = new Date('2026-03-01T12:00:00.000Z');
const SESSION: Session = {
  token: 'ghp_abc',
  login: 'octo-owner',
  csrfToken: 'csrf',
  expiresAt: '2026-03-01T20:00:00.000Z',
};
const seal = sessionSeal(async () => 'key of this deployment');

describe('a sealed session', () => {
  it('opens as what it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), async (token, login) => {
        const session = { ...SESSION, token, login };
        expect(await seal.open(await seal.seal(session), NOW)).toEqual(session);
      }),
      { numRuns: 50 },
    );
  });

  it('tells nothing, is another each time, and fits into a cookie', async () => {
    const session = { ...SESSION, token: 'a'.repeat(1024) };
    const sealed = [await seal.seal(session), await seal.seal(session)];
    expect(sealed[0]).not.toBe(sealed[1]);
    for (const text of sealed) {
      expect(text.length).toBeLessThan(4000);
      expect(text).toMatch(/^[\w.-]+$/);
      for (const part of text.split('.')) {
        expect(Buffer.from(part, 'base64url').toString('latin1')).not.toMatch(/aaaaaaaa|octo-owner/);
      }
    }
  });

  it('does not open when a single bit of it was changed', async () => {
    const parts = (await seal.seal(SESSION)).split('.').map((part) => Buffer.from(part, 'base64url'));
    const bits = parts.flatMap((part, index) => [...part.keys()].map((byte) => ({ index, byte })));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...bits),
        fc.integer({ min: 0, max: 7 }),
        async ({ index, byte }, bit) => {
          const changed = parts.map((part) => Buffer.from(part));
          const part = changed[index] ?? Buffer.alloc(0);
          part[byte] = (part[byte] ?? 0) ^ (1 << bit);
          const text = changed.map((bytes) => bytes.toString('base64url')).join('.');
          expect(await seal.open(text, NOW)).toBeNull();
        },
      ),
      { numRuns: 300 },
    );
  });

  it('opens unchanged or not at all, whatever is done to its text', async () => {
    const sealed = await seal.seal(SESSION);
    const position = fc.nat({ max: sealed.length });
    await fc.assert(
      fc.asyncProperty(position, position, fc.string({ maxLength: 5 }), async (from, to, inserted) => {
        const text = sealed.slice(0, from) + inserted + sealed.slice(to);
        expect([null, SESSION]).toContainEqual(await seal.open(text, NOW));
      }),
      { numRuns: 300 },
    );
  });

  it('is nothing that anybody could make up', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        expect(await seal.open(text, NOW)).toBeNull();
      }),
    );
    const header = Buffer.from('{"alg":"none"}').toString('base64url');
    const payload = Buffer.from(JSON.stringify({ content: SESSION, exp: 4_000_000_000 })).toString(
      'base64url',
    );
    for (const text of [`${header}.${payload}.`, `${header}..${payload}..`]) {
      expect(await seal.open(text, NOW)).toBeNull();
    }
  });

  it('does not open from when it expires on', async () => {
    const sealed = await seal.seal(SESSION);
    expect(await seal.open(sealed, new Date('2026-03-01T19:59:59.000Z'))).toEqual(SESSION);
    expect(await seal.open(sealed, new Date(SESSION.expiresAt))).toBeNull();
  });

  it('does not open with another key, or for another purpose', async () => {
    const sealed = await seal.seal(SESSION);
    expect(await sessionSeal(async () => 'key of another').open(sealed, NOW)).toBeNull();
    expect(await signInSeal(async () => 'key of this deployment').open(sealed, NOW)).toBeNull();
  });
});

it('that the key cannot be had is no session that does not open', async () => {
  const keyless = sessionSeal(() => Promise.reject(new Error('no key')));
  await expect(keyless.open('text', NOW)).rejects.toThrow('no key');
});
