import type { Translation } from '../catalogue.ts';
import type { errors as english } from '../en/errors.ts';

export const errors: Translation<typeof english> = {
  'try-again': 'もう一度試す',
  request: '要求 {id}',
  'signed-out.title': 'サインアウトしています',
  'signed-out.next': 'セッションが終了しました。もう一度サインインしてください。',
  'forbidden.title': '所有者のみ',
  'forbidden.next':
    'GitHub によると、このアカウントはエンタープライズ所有者ではないか、トークンに read:enterprise スコープがありません。所有者に問い合わせるか、別のアカウントでサインインしてください。',
  'not-found.title': '見つかりません',
  'not-found.next': '前回のマージ以降になくなった可能性があります。戻って、もう一度探してください。',
  'conflict.title': '別の処理が進行中です',
  'conflict.next': '完了するまで待ってから、もう一度お試しください。',
  'invalid.title': '受け付けられませんでした',
  'invalid.next': '内容を変更して、もう一度お試しください。',
  'too-many-requests.title': '要求が多すぎます',
  'too-many-requests.next': '1 分ほど待ってから、もう一度お試しください。',
  'unavailable.title': '現在利用できません',
  'unavailable.next':
    'GitHub または License Usage Sync の一部が応答していません。失われたものはありません。しばらくしてからもう一度お試しください。',
  'offline.title': '接続がありません',
  'offline.next': 'サーバーに接続できませんでした。ネットワークを確認して、もう一度お試しください。',
  'unreadable.title': 'このページは最新ではありません',
  'unreadable.next': 'サーバーの応答がこのページの知らない形式でした。ページを再読み込みしてください。',
  'failed.title': '問題が発生しました',
  'failed.next':
    '失われたものはありません。もう一度お試しください。続く場合は、License Usage Sync の運用担当者に要求の番号をお知らせください。',
};
