import type { Translation } from '../catalogue.ts';
import type { uploads as english } from '../en/uploads.ts';

export const uploads: Translation<typeof english> = {
  title: '最近のアップロード',
  file: 'ファイル',
  outcome: '結果',
  source: 'ソース',
  received: '受信',
  details: '詳細',
  'received.title': '読み取り中',
  'received.next': 'ファイルが届き、読み取っています。大きなファイルには数分かかります。',
  'encrypted.title': '暗号化',
  'encrypted.next':
    'このエクスポートのユーザー一覧は暗号化されているため、インスタンスだけを記録しました。これまでのアカウントはそのままです。代わりにインスタンスのユーザー レポートを追加してください。',
  'encrypted.how': 'サイト管理者は {address} からダウンロードできます。',
  'held.title': '保留',
  'held.next': 'このファイルはソースのアカウントを異常に多く削除するため、まだ何も変更していません。',
  'held.where': '「{panel}」で判断してください。',
  'rejected.title': '却下',
  'rejected.next': '何も変更されていません。',
  'superseded.title': 'より新しいものあり',
  'superseded.next': '同じソースのより新しい使用状況がすでにあるため、何も変更されていません。',
  'merged.title': 'マージ済み',
  'merged.next': 'このファイルの使用状況は反映されています。',
  'reason.unknown-format':
    'ここで読み取れるファイルではありません。ライセンス使用状況のエクスポート (JSON)、all_users.csv、または使用されたライセンス (JSON または CSV) を、GitHub から取得したまま追加してください。',
  'reason.invalid-content':
    'ファイルの一部が GitHub の形式と異なります。もう一度ダウンロードし、変更せずに追加してください。',
  'reason.partial-report':
    'このレポートには一部のアカウントしかなく、残りがすべて失われます。代わりに all_users.csv を追加してください。',
  'reason.host-name-missing':
    'どのインスタンスのファイルかが分かりません。インスタンスを指定して、もう一度追加してください。',
  'reason.wrong-encoding':
    'ファイルが UTF-8 で書かれていません。もう一度ダウンロードし、変更せずに追加してください。',
  'reason.too-large': 'ファイルが大きすぎて読み取れません。正しいファイルか確認してください。',
  'reason.damaged-archive': 'gzip アーカイブが壊れています。もう一度圧縮するか、圧縮せずに追加してください。',
  'reason.invalid-metadata': 'ファイルのメタデータを読み取れません。修正するか、付けないでください。',
  'reason.file-gone': '読み取る前にファイルがなくなりました。もう一度追加してください。',
  problems: { other: '{count} 件の問題' },
  'problems-listed': '{total} 件の問題のうち最初の {listed} 件',
  place: '場所',
  expected: '期待される内容',
  fix: '対処',
  line: '{line} 行',
  'line-column': '{line} 行 {column} 列',
  'line-field': '{line} 行、フィールド {field}',
  'whole-file': 'ファイル全体',
  hold: { other: '{before} アカウントのうち {count} アカウントが削除されます。' },
  changes:
    'ユーザー: 追加 {added}、変更 {changed}、削除 {removed}。ユーザー ライセンス: {before} → {after}。',
  'held-panel': '判断が必要です',
  'held-lead': 'これらのファイルはソースのアカウントを異常に多く削除します。何も変更されていません。',
  decide: '判断する',
  accepted: '承認済み、適用中',
  'accept.title': '削除を承認しますか?',
  'accept.explain':
    'これらのアカウントが本当になくなっている場合は承認してください。承認すると、そのユーザーがこれらのアカウントのためにライセンスを使用することはなくなります。ファイルが不完全な場合や別のインスタンスのものである場合は、そのままにして正しいファイルを追加してください。',
  'accept.do': { other: '承認して {count} アカウントを削除' },
  'accept.done': '{file} を承認しました。使用状況はまもなく反映されます。',
  'accept.not-held': '{file} はもう保留されていません。結果は一覧に表示されます。',
  'accept.failed': '{file} は承認されませんでした。{reason}',
  'empty.title': 'アップロードはまだありません',
  'empty.next': '各ファイルの結果がここに表示されます。',
};
