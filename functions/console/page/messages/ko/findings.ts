import type { Translation } from '../catalogue.ts';
import type { findings as english } from '../en/findings.ts';

export const findings: Translation<typeof english> = {
  title: '발견 항목',
  lead: '확인할 사항과 회수할 수 있는 라이선스을 근거 및 조치 방법과 함께 보여 줍니다.',
  download: '발견 항목 다운로드(CSV)',
  count: { other: '발견 항목 {count}개' },
  none: '확인할 사항이 없습니다',
  'none-so': '해당하는 발견 항목이 없습니다',
  'show-all': '모든 발견 항목 보기',
  filters: '발견 항목 필터',
  kind: '종류',
  'every-kind': '모든 종류',
  source: '소스',
  'every-source': '모든 소스',
  cloud: 'GitHub Enterprise Cloud',
  show: '표시',
  'show-open': '열림',
  'show-dismissed': '해제됨',
  'show-both': '열림 및 해제됨',
  found: '발견',
  recoverable: '회수 가능한 라이선스',
  'seats-recoverable': { other: '최대 {count}개의 라이선스를 회수할 수 있습니다' },
  'seats-recoverable-lead':
    '모두 바로잡으면 GitHub가 줄여서 계산할 라이선스 수입니다. 한 사람이 여러 발견 항목에 있을 수 있으며 해제된 항목도 포함됩니다.',
  'by-kind': '종류별 발견 항목',
  seats: { other: '라이선스 {count}개' },
  'what-to-do': '조치 방법:',
  'first-seen': '처음 발견: {instant}',
  accounts: '계정',
  addresses: '주소',
  sources: '소스',
  people: '사람',
  'about-person': '한 사람에 대한 발견 항목만 표시합니다.',
  'show-person': '사람 보기',
  person: '사람 {number}',
  numbers: '수치',
  'told-and-counted': 'GitHub 표시 {told}, 나열 {counted}',
  more: { other: '외 {count}개' },
  dismiss: '해제',
  'dismiss-title': '이 발견 항목 해제',
  reason: '이유',
  'reason-hint': '다른 소유자에게 사용자의 로그인 이름과 함께 표시됩니다. 발견 항목은 되돌릴 수 있습니다.',
  'reason-needed': '500자 이내로 이유를 입력하세요.',
  'was-dismissed': '발견 항목이 해제되었습니다.',
  'bring-back': '되돌리기',
  'was-brought-back': '발견 항목을 되돌렸습니다.',
  'dismissed-by': '{login} 님이 {instant}에 해제함: {reason}',
  'counted-twice.title': 'GitHub에서 두 번 계산됨',
  'counted-twice.meaning': 'GitHub가 한 사람의 계정을 일치시키지 못해 각각 라이선스를 계산합니다.',
  'counted-twice.fix':
    '이 계정에 같은 주소를 지정하세요. 클라우드 계정에서는 확인된 주소, 모든 서버 계정에서는 기본 주소여야 합니다. 그런 다음 인스턴스를 GitHub와 다시 동기화하세요.',
  'likely-same-person.title': '같은 사람일 가능성이 높음',
  'likely-same-person.meaning':
    '기본 주소가 이 계정을 연결하지 않아 규칙상 분리되지만 다른 주소가 연결합니다.',
  'likely-same-person.fix':
    '이 계정이 한 사람의 것인지 확인하세요. 그렇다면 이 주소를 모든 서버 계정의 기본 주소로 지정하고 클라우드 계정은 하나만 유지하세요.',
  'ambiguous.title': '모호한 일치',
  'ambiguous.meaning':
    '두 클라우드 계정이 하나만 가질 수 있는 같은 사람일 수 있습니다. 더 강한 일치를 적용했습니다.',
  'ambiguous.fix':
    '이 계정이 누구의 것인지 확인하세요. 한 사람의 계정에만 이 주소를 두거나 클라우드 계정 중 하나만 서버 계정으로 연결되게 하세요.',
  'missing-from-github.title': 'GitHub에 없음',
  'missing-from-github.meaning':
    '소스에 따르면 이 사람은 라이선스를 사용하지만 GitHub는 해당 계정을 나열하지 않습니다.',
  'missing-from-github.fix':
    '인스턴스의 사용량을 GitHub와 동기화하면 GitHub가 이 계정에 라이선스를 계산합니다.',
  'gone-from-instance.title': '인스턴스에서 사라짐',
  'gone-from-instance.meaning': 'GitHub가 인스턴스에 더 이상 없는 계정을 여전히 나열합니다.',
  'gone-from-instance.fix':
    '인스턴스의 사용량을 GitHub와 동기화하면 GitHub가 이 계정을 더 이상 나열하지 않습니다.',
  'dormant-and-consuming.title': '휴면 상태로 라이선스 사용 중',
  'dormant-and-consuming.meaning':
    '이 사람은 오랫동안 계정을 사용하지 않았습니다. 휴면 계정도 라이선스를 사용합니다.',
  'dormant-and-consuming.fix': '인스턴스에서 이 계정을 일시 중단한 다음 GitHub와 동기화하세요.',
  'no-verified-domain-email.title': '확인된 도메인의 주소 없음',
  'no-verified-domain-email.meaning':
    '이 클라우드 계정을 서버 계정과 일치시킬 수 없어 이 사람이 두 번 계산될 수 있습니다.',
  'no-verified-domain-email.fix':
    'GitHub에서 회사 도메인을 확인하고 이 사람이 해당 도메인의 주소를 추가해 확인하거나 연결된 SAML 또는 SCIM ID로 로그인하게 하세요.',
  'unknown-state.title': '일시 중단 여부를 알 수 없음',
  'unknown-state.meaning':
    '이 계정의 일시 중단 여부를 알려 주는 소스가 없어 라이선스를 사용하는 것으로 계산합니다.',
  'unknown-state.fix':
    '인스턴스의 all_users.csv를 추가하거나 동기화로 가져오세요. 이 파일에 계정의 일시 중단 여부가 있습니다.',
  'subscription-not-linked.title': '연결되지 않은 Visual Studio 구독',
  'subscription-not-linked.meaning':
    '이 사람은 Visual Studio 구독이 있는데 GitHub가 엔터프라이즈 라이선스도 계산합니다.',
  'subscription-not-linked.fix':
    '이 주소를 이 계정의 주소로 추가하고 클라우드 계정에서 확인하거나 GitHub에서 구독을 직접 일치시키세요.',
  'usage-encrypted.title': '암호화된 사용량',
  'usage-encrypted.meaning': '최신 내보내기의 사용자가 암호화되어 있어 이전에 알려진 계정만 있거나 없습니다.',
  'usage-encrypted.fix': '인스턴스의 all_users.csv 또는 사용자가 암호화되지 않은 내보내기를 추가하세요.',
  'usage-stale.title': '오래된 사용량',
  'usage-stale.meaning': '최신 사용량이 일주일 넘게 지나 그 이후에 들어오거나 나간 사람이 잘못 계산됩니다.',
  'usage-stale.fix': '지금 소스를 동기화하거나 더 새로운 사용량을 추가하세요.',
  'usage-held.title': '보류된 사용량',
  'usage-held.meaning': '새 사용량이 비정상적으로 많은 계정을 제거하게 되어 소유자의 수락을 기다립니다.',
  'usage-held.fix': '정말로 그렇게 많은 계정이 사라졌다면 Enterprise 서버 인스턴스에서 수락하세요.',
  'totals-disagree.title': '일치하지 않는 수치',
  'totals-disagree.meaning': 'GitHub가 알려 주는 수가 GitHub가 나열하는 계정 또는 사람의 수와 다릅니다.',
  'totals-disagree.fix':
    '클라우드를 다시 동기화하세요. 여전히 다르면 보류 중인 초대를 확인하거나 GitHub 지원에 계정을 알리세요.',
  'counted-without-consuming.title': '사용하지 않지만 계산됨',
  'counted-without-consuming.meaning':
    'GitHub가 라이선스를 사용하지 않는 계정에 라이선스를 계산합니다. 일시 중단되었거나 시스템 사용자입니다.',
  'counted-without-consuming.fix':
    '인스턴스의 사용량을 GitHub와 동기화하세요. 그래도 이 계정에 라이선스를 계산하면 GitHub 지원에 알리세요.',
  'unidentified-rows.title': '누구인지 알 수 없는 행',
  'unidentified-rows.meaning':
    'GitHub가 계정을 표시하지 않거나 인스턴스 없이 사용자 ID만 표시하는 행에서 라이선스를 계산합니다.',
  'unidentified-rows.fix':
    '클라우드를 다시 동기화하세요. 그래도 계정이 표시되지 않으면 GitHub 지원에 누구인지 문의하세요.',
};
