import type { Translation } from '../catalogue.ts';
import type { addUsage as english } from '../en/add-usage.ts';

export const addUsage: Translation<typeof english> = {
  title: 'サーバー使用状況の追加',
  lead: 'インスタンスのライセンス使用状況のエクスポートと all_users.csv、またはエンタープライズの使用されたライセンスを、GitHub から取得したまま追加してください。gzip 圧縮も使えます。',
  drop: 'ファイルをここにドロップ',
  'drop-or': 'または',
  choose: 'ファイルを選択',
  files: 'ファイル',
  'host-name': 'インスタンスのホスト名',
  'host-name-hint': 'ユーザー レポートには、どのインスタンスのものかが書かれていません。',
  'host-name-wrong': '{example} のようなホスト名を入力してください。',
  'host-name-submit': '追加',
  'host-name-wanted': 'インスタンスが指定されていません',
  waiting: '待機中',
  sending: 'アップロード中',
  'sending-file': '{file} のアップロード',
  reading: 'アップロード済み、読み取り中',
  'reading-next':
    '大きなファイルには数分かかります。この画面は閉じてもかまいません。結果はアップロードの一覧に表示されます。',
  failed: 'アップロードされていません',
  'no-connection':
    'アップロード用のバケットに接続できませんでした。ネットワークを確認して、もう一度アップロードしてください。',
  refused: 'アップロード用のバケットがファイルを受け付けませんでした。もう一度アップロードしてください。',
  again: 'もう一度アップロード',
  remove: '{file} を取り除く',
  told: '{file}: {outcome}',
};
