import type { Translation } from '../catalogue.ts';
import type { syncFailures as english } from '../en/sync-failures.ts';

export const syncFailures: Translation<typeof english> = {
  'unauthorized.title': 'GitHub がこのソースのトークンを受け付けません。',
  'unauthorized.fix':
    'スコープ read:enterprise (インスタンスの場合は site_admin) を持つ新しいクラシック トークンを接続シークレットに登録し、もう一度同期してください。',
  'forbidden.title': 'このソースのトークンには、要求した内容を見る権限がありません。',
  'forbidden.fix':
    'スコープ read:enterprise を持つエンタープライズ所有者のクラシック トークン (インスタンスの場合は、スコープ site_admin を持つサイト管理者のもの) を使い、もう一度同期してください。',
  'not-found.title': 'このソースは構成されていないか、GitHub がトークンから隠しています。',
  'not-found.fix':
    'エンタープライズの名前、接続シークレットのホスト名と base_url、トークンのスコープを確認し、もう一度同期してください。',
  'rate-limited.title': 'GitHub のレート制限に達しました。',
  'rate-limited.fix':
    '1 時間後にもう一度同期してください。頻繁に起きる場合は、ほかで使われていないトークンをこのソースに割り当ててください。',
  'report-not-ready.title': 'インスタンスはまだユーザー レポートを準備していました。',
  'report-not-ready.fix': '数分後にもう一度同期してください。',
  'unavailable.title': 'ソースに接続できないか、現在動作していません。',
  'unavailable.fix':
    'ソースが動作していて、同期のネットワークから接続できることを確認し、もう一度同期してください。',
  'timed-out.title': 'ソースが時間内に応答しませんでした。',
  'timed-out.fix': 'このソースだけを同期し、すべての時間を使えるようにしてください。',
  'untrusted-certificate.title': 'インスタンスの TLS 証明書が信頼されていません。',
  'untrusted-certificate.fix':
    '認証局の証明書を ca_certificate として接続シークレットに登録するか、インスタンスの証明書を更新し、もう一度同期してください。',
  'unreadable-answer.title': '応答が GitHub の文書にある形式ではありませんでした。',
  'unreadable-answer.fix':
    'base_url がログイン ページやプロキシを経由せずインスタンス自体につながることを確認し、もう一度同期してください。',
  'incomplete-answer.title': '応答が途中で切れました。',
  'incomplete-answer.fix':
    'もう一度同期してください。頻繁に起きる場合は、同期とソースの間に何があるかを調べてください。',
  'held.title': '同期はアカウントを異常に多く削除するため、何も変更されていません。',
  'held.fix': '下にあるこのインスタンスの最近の同期を確認し、そこで判断してください。',
  'internal.title': 'GitHub ではなく、ここで予期しない失敗が起きました。',
  'internal.fix': 'もう一度同期してください。続く場合は、同期関数のログでこの実行を調べてください。',
  'nothing-configured.title': '同期するものが何も構成されていません。',
  'nothing-configured.fix':
    'エンタープライズとインスタンスのトークンを接続シークレットに登録し、もう一度同期してください。',
  'not-started.title': '同期を開始できませんでした。',
  'not-started.fix': '1 分後にもう一度同期してください。続く場合は、同期関数のログを調べてください。',
  'not-merged.title': '使用状況は取得されましたが、マージされていません。以前の内容が有効です。',
  'not-merged.fix': 'もう一度同期してください。続く場合は、同期関数のログでこの実行を調べてください。',
};
