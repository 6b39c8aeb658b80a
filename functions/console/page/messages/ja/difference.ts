import type { Translation } from '../catalogue.ts';
import type { difference as english } from '../en/difference.ts';

export const difference: Translation<typeof english> = {
  'counted-twice': '二重計上: GitHub が 1 人のアカウントを照合していない',
  'gone-from-instance': 'インスタンスにもう存在しないアカウント',
  'missing-from-github': 'GitHub の一覧にないユーザー',
  'unknown-state': 'GitHub の一覧になく、一時停止されているかどうかも不明なユーザー',
  suspended: 'すべてのアカウントが一時停止されているユーザー',
  'system-user': 'インスタンスのシステム ユーザー',
  'github-total': 'GitHub の合計が、一覧にあるユーザーの数と一致しない',
  'unidentified-rows': '誰かを特定できない行',
};
