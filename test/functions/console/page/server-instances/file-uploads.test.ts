import { describe, expect, test } from 'vitest';
import {
  type FileUpload,
  type FileUploadsEvent,
  fileUploadsAfter,
  nextToSend,
  wantsHostName,
} from '../../../../../functions/console/page/views/server-instances/add-usage/file-uploads.ts';
import { uploadBody } from './upload-bodies.ts';

function after(events: readonly FileUploadsEvent[]): readonly FileUpload[] {
  return events.reduce(fileUploadsAfter, []);
}

function added(...names: readonly string[]): FileUploadsEvent {
  return { type: 'added', files: names.map((name, index) => ({ id: index + 1, file: new File([], name) })) };
}

function stagesOf(uploads: readonly FileUpload[]): string[] {
  return uploads.map(({ stage }) => stage.name);
}

describe('a file that was chosen', () => {
  test.each([
    ['ghe.example.com-license-usage.json', 'waiting'],
    ['consumed-licenses.json.gz', 'waiting'],
    ['all_users.csv', 'host-name-wanted'],
    ['all_users (1).csv', 'host-name-wanted'],
    ['ghe-ALL_USERS.CSV.GZ', 'host-name-wanted'],
    ['all_users.json', 'waiting'],
  ])('%s is %s', (name, stage) => {
    expect(stagesOf(after([added(name)]))).toEqual([stage]);
  });

  test('a users report waits its turn once its instance is named', () => {
    const [upload] = after([
      added('all_users.csv'),
      { type: 'host-named', id: 1, hostName: 'ghe.example.com' },
    ]);
    expect(upload).toMatchObject({ hostName: 'ghe.example.com', stage: { name: 'waiting' } });
  });

  test('goes from being sent over being read to its outcome', () => {
    const events: FileUploadsEvent[] = [
      added('export.json'),
      { type: 'sending', id: 1, share: 0.5 },
      { type: 'sent', id: 1 },
      { type: 'told', id: 1, upload: uploadBody({ state: 'received' }) },
      { type: 'told', id: 1, upload: uploadBody({ state: 'merged' }) },
    ];
    const stages = events.map((_, index) => stagesOf(after(events.slice(0, index + 1))).join());
    expect(stages).toEqual(['waiting', 'sending', 'reading', 'reading', 'told']);
  });

  test('that was not sent may be sent again', () => {
    const failed = after([added('export.json'), { type: 'failed', id: 1, failure: 'no-connection' }]);
    expect(stagesOf(failed)).toEqual(['failed']);
    expect(stagesOf(fileUploadsAfter(failed, { type: 'retried', id: 1 }))).toEqual(['waiting']);
  });

  test('that was rejected because nothing names its instance asks for it', () => {
    const rejection = { reason: 'host-name-missing', total_problems: 1 } as const;
    const told = { type: 'told', id: 1, upload: uploadBody({ state: 'rejected', rejection }) } as const;
    expect(after([added('users.csv'), told]).map(wantsHostName)).toEqual([true]);
  });

  test('that was rejected for another reason does not', () => {
    const rejection = { reason: 'invalid-content', total_problems: 1 } as const;
    const told = { type: 'told', id: 1, upload: uploadBody({ state: 'rejected', rejection }) } as const;
    expect(after([added('users.csv'), told]).map(wantsHostName)).toEqual([false]);
  });
});

describe('several files', () => {
  test('are told apart', () => {
    const uploads = after([added('a.json', 'b.json'), { type: 'sending', id: 2, share: 0.25 }]);
    expect(stagesOf(uploads)).toEqual(['waiting', 'sending']);
  });

  test('are sent two at a time, in their order; whoever waits for a name keeps none of them waiting', () => {
    const begun = after([added('all_users.csv', 'a.json', 'b.json', 'c.json')]);
    expect(nextToSend(begun).map(({ id }) => id)).toEqual([2, 3]);
    const sending = fileUploadsAfter(begun, { type: 'sending', id: 2, share: 0 });
    expect(nextToSend(sending).map(({ id }) => id)).toEqual([3]);
    const read = fileUploadsAfter(sending, { type: 'sent', id: 2 });
    expect(nextToSend(read).map(({ id }) => id)).toEqual([3, 4]);
  });

  test('those with an outcome can be cleared away, and the others stay', () => {
    const uploads = after([
      added('a.json', 'b.json', 'c.json', 'all_users.csv'),
      { type: 'told', id: 1, upload: uploadBody({ state: 'held' }) },
      { type: 'failed', id: 2, failure: 'refused' },
      { type: 'settled-removed' },
    ]);
    expect(uploads.map(({ id }) => id)).toEqual([3, 4]);
  });

  test('one can be removed', () => {
    expect(after([added('a.json', 'b.json'), { type: 'removed', id: 1 }]).map(({ id }) => id)).toEqual([2]);
  });
});
