import type { MergeWorld } from './merge-world.ts';

/** What was told, an event in a line. */
export function toldLines({ events }: Pick<MergeWorld, 'events'>): string[] {
  return events.sent.map((event) => {
    switch (event.kind) {
      case 'merged': {
        const { committed, before } = event.news;
        const told = `generation ${committed.generation}, ${committed.usage.consumed} consumed`;
        return `merged: ${told}, before ${before?.consumed ?? 'nothing'}`;
      }
      case 'sync-ended':
        return `sync ${event.run.state}`;
      case 'upload-ended':
        return `upload ${event.upload.state}`;
      default:
        return event satisfies never;
    }
  });
}
