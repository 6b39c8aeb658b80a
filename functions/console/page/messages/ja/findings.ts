import type { Translation } from '../catalogue.ts';
import type { findings as english } from '../en/findings.ts';

export const findings: Translation<typeof english> = {
  title: '検出事項',
  lead: '確認すべきことと回収できるライセンスを、根拠と対処方法とともに示します。',
  download: '検出事項をダウンロード (CSV)',
  count: { other: '{count} 件の検出事項' },
  none: '確認すべきことはありません',
  'none-so': '該当する検出事項はありません',
  'show-all': 'すべての検出事項を表示',
  filters: '検出事項のフィルター',
  kind: '種類',
  'every-kind': 'すべての種類',
  source: 'ソース',
  'every-source': 'すべてのソース',
  cloud: 'GitHub Enterprise Cloud',
  show: '表示',
  'show-open': '未対応',
  'show-dismissed': '無視済み',
  'show-both': '未対応と無視済み',
  found: '件数',
  recoverable: '回収できるライセンス',
  'seats-recoverable': { other: '最大 {count} 件のライセンスを回収できます' },
  'seats-recoverable-lead':
    'すべてを是正した場合に GitHub の計上から減るライセンス数です。1 人が複数の検出事項に含まれることがあります。無視済みのものも含みます。',
  'by-kind': '種類別の検出事項',
  seats: { other: 'ライセンス {count} 件' },
  'what-to-do': '対処方法:',
  'first-seen': '初回検出: {instant}',
  accounts: 'アカウント',
  addresses: 'アドレス',
  sources: 'ソース',
  people: 'ユーザー',
  'about-person': '1 人のユーザーに関する検出事項のみです。',
  'show-person': 'ユーザーを表示',
  person: 'ユーザー {number}',
  numbers: '数値',
  'told-and-counted': 'GitHub の表示は {told}、一覧は {counted}',
  more: { other: 'ほか {count} 件' },
  dismiss: '無視',
  'dismiss-title': 'この検出事項を無視する',
  reason: '理由',
  'reason-hint': 'あなたのログイン名とともに他の所有者に表示されます。検出事項は元に戻せます。',
  'reason-needed': '500 文字以内で理由を入力してください。',
  'was-dismissed': '検出事項を無視しました。',
  'bring-back': '元に戻す',
  'was-brought-back': '検出事項を元に戻しました。',
  'dismissed-by': '{login} が {instant} に無視: {reason}',
  'counted-twice.title': 'GitHub による二重計上',
  'counted-twice.meaning': 'GitHub が 1 人のアカウントを照合できず、それぞれにライセンスを計上しています。',
  'counted-twice.fix':
    'これらのアカウントに同じアドレスを設定してください。クラウド アカウントでは検証済み、各サーバー アカウントではプライマリにします。その後、インスタンスを GitHub ともう一度同期します。',
  'likely-same-person.title': 'おそらく同じユーザー',
  'likely-same-person.meaning':
    'プライマリ アドレスではつながらないため規則上は別ですが、別のアドレスでつながっています。',
  'likely-same-person.fix':
    'これらのアカウントが 1 人のものか確認してください。その場合は、各サーバー アカウントでこのアドレスをプライマリにし、クラウド アカウントは 1 つだけ残します。',
  'ambiguous.title': 'あいまいな一致',
  'ambiguous.meaning':
    '2 つのクラウド アカウントが、1 つしか持てない同じユーザーである可能性があります。強いほうの一致を採用しました。',
  'ambiguous.fix':
    'これらのアカウントが誰のものか確認してください。このアドレスは 1 人のアカウントだけに設定するか、クラウド アカウントの 1 つだけがサーバー アカウントにつながるようにします。',
  'missing-from-github.title': 'GitHub にない',
  'missing-from-github.meaning':
    'ソースによるとこのユーザーはライセンスを使用していますが、GitHub の一覧にはどのアカウントもありません。',
  'missing-from-github.fix':
    'インスタンスの使用状況を GitHub と同期すると、これらのアカウントにライセンスが計上されます。',
  'gone-from-instance.title': 'インスタンスからなくなった',
  'gone-from-instance.meaning': 'GitHub の一覧に、インスタンスにはもうないアカウントが残っています。',
  'gone-from-instance.fix':
    'インスタンスの使用状況を GitHub と同期すると、これらのアカウントは一覧に出なくなります。',
  'dormant-and-consuming.title': '休眠中でライセンスを使用',
  'dormant-and-consuming.meaning':
    'このユーザーは長い間どのアカウントも使っていません。休眠アカウントもライセンスを使用します。',
  'dormant-and-consuming.fix':
    'インスタンスでこれらのアカウントを一時停止してから、GitHub と同期してください。',
  'no-verified-domain-email.title': '検証済みドメインのアドレスがない',
  'no-verified-domain-email.meaning':
    'このクラウド アカウントをサーバー アカウントと照合できないため、二重に計上される可能性があります。',
  'no-verified-domain-email.fix':
    'GitHub で会社のドメインを検証し、そのドメインのアドレスを追加して検証してもらうか、リンクされた SAML または SCIM の ID でサインインしてもらってください。',
  'unknown-state.title': '一時停止されているか不明',
  'unknown-state.meaning':
    'これらのアカウントが一時停止されているかどうかを示すソースがないため、ライセンスを使用しているものとして数えます。',
  'unknown-state.fix':
    'インスタンスの all_users.csv を追加するか、同期で取得してください。アカウントが一時停止されているかどうかがわかります。',
  'subscription-not-linked.title': 'リンクされていない Visual Studio サブスクリプション',
  'subscription-not-linked.meaning':
    'このユーザーは Visual Studio サブスクリプションを持っていますが、GitHub はエンタープライズのライセンスも計上しています。',
  'subscription-not-linked.fix':
    'このアドレスをこれらのアカウントに追加し、クラウド アカウントでは検証済みにするか、GitHub でサブスクリプションを手動で照合してください。',
  'usage-encrypted.title': '使用状況が暗号化されている',
  'usage-encrypted.meaning':
    '最新のエクスポートではユーザーが暗号化されているため、アカウントは以前のもののままか、ありません。',
  'usage-encrypted.fix':
    'インスタンスの all_users.csv か、ユーザーが暗号化されていないエクスポートを追加してください。',
  'usage-stale.title': '使用状況が古い',
  'usage-stale.meaning':
    '最新の使用状況が 1 週間以上前のものなので、その後の増減が正しく数えられていません。',
  'usage-stale.fix': '今すぐソースを同期するか、新しい使用状況を追加してください。',
  'usage-held.title': '保留中の使用状況',
  'usage-held.meaning':
    '新しい使用状況では異常に多くのアカウントが削除されるため、所有者の承認を待っています。',
  'usage-held.fix':
    '本当にそれだけのアカウントがなくなったのであれば、「Enterprise Server インスタンス」で承認してください。',
  'totals-disagree.title': '一致しない数値',
  'totals-disagree.meaning': 'GitHub が示す数が、一覧にあるアカウントまたはユーザーの数と一致しません。',
  'totals-disagree.fix':
    'クラウドをもう一度同期してください。それでも異なる場合は、保留中の招待を確認するか、GitHub Support にアカウントを示してください。',
  'counted-without-consuming.title': '未使用なのに計上',
  'counted-without-consuming.meaning':
    'ライセンスを使用しないアカウント (一時停止中またはシステム ユーザー) に、GitHub がライセンスを計上しています。',
  'counted-without-consuming.fix':
    'インスタンスの使用状況を GitHub と同期してください。それでもこれらのアカウントにライセンスが計上される場合は、GitHub Support に示してください。',
  'unidentified-rows.title': '誰かを特定できない行',
  'unidentified-rows.meaning':
    'アカウントの記載がないか、インスタンスなしのユーザー ID だけの行に、GitHub がライセンスを計上しています。',
  'unidentified-rows.fix':
    'クラウドをもう一度同期してください。それでもアカウントの記載がない場合は、GitHub Support に誰のものか問い合わせてください。',
};
