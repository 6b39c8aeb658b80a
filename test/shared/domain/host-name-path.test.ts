import { expect, test } from 'vitest';
import type { HostName } from '../../../shared/domain/host-name.ts';
import { HostNamePath } from '../../../shared/domain/host-name-path.ts';

const [emea, apac] = ['ghes-emea.example.com', 'ghes-apac.example.com'] as HostName[] as [HostName, HostName];

test('host names are listed in their order, as often as they come', () => {
  const none = new HostNamePath();
  expect(none.hostNames).toEqual([]);
  expect(none.with(apac).with(emea).with(emea).hostNames).toEqual([apac, emea, emea]);
});

test('the same host names are the same list', () => {
  const none = new HostNamePath();
  expect(none.with(apac).with(emea).hostNames).toBe(none.with(apac).with(emea).hostNames);
  expect(none.with(emea).with(apac).hostNames).toEqual([emea, apac]);
});
