import type { Translation } from '../catalogue.ts';
import type { consumption as english } from '../en/consumption.ts';

export const consumption: Translation<typeof english> = {
  consumes: '사용자 라이선스를 사용함',
  'consumes-none': '사용자 라이선스를 사용하지 않음',
  yes: '사용',
  no: '사용 안 함',
  'license-type': '라이선스 유형',
  'license-type.enterprise': 'Enterprise',
  'license-type.visual-studio-subscription': 'Visual Studio 구독',
  'license-type.none': '없음',
  'reason.visual-studio-subscription': 'Visual Studio 구독',
  'reason.cloud-account': '클라우드 계정',
  'reason.server-account': '활성 서버 계정',
  'reason.dormant-server-account': '휴면 서버 계정',
  'reason.server-account-of-unknown-state': '상태를 알 수 없는 서버 계정',
  'reason.suspended': '일시 중단됨',
  'reason.system-user': '시스템 사용자',
  'reason.unlinked-visual-studio-subscription': '연결되지 않은 Visual Studio 구독',
  'why.visual-studio-subscription':
    '구독이 계정에 연결되어 있으므로 Visual Studio 구독의 라이선스를 사용합니다.',
  'why.cloud-account': 'GitHub가 이 클라우드 계정을 엔터프라이즈의 사용된 라이선스 목록에 포함합니다.',
  'why.server-account': '인스턴스의 모든 활성 사용자는 라이선스를 사용합니다.',
  'why.dormant-server-account':
    '인스턴스의 휴면 사용자도 라이선스를 사용합니다. 라이선스를 확보하려면 계정을 일시 중단하세요.',
  'why.server-account-of-unknown-state':
    '동기화되거나 추가된 자료로는 계정이 일시 중단되었는지 알 수 없으므로 라이선스를 사용하는 것으로 계산합니다. 인스턴스의 사용자 보고서(all_users.csv)로 확인할 수 있습니다.',
  'why.suspended':
    '일시 중단된 사용자는 라이선스를 사용하지 않으며, 이 사람의 다른 계정도 라이선스를 사용하지 않습니다.',
  'why.system-user':
    'ghost 및 scim-admin 사용자는 인스턴스가 자체적으로 만든 것이며 라이선스를 사용하지 않습니다.',
  'why.unlinked-visual-studio-subscription':
    '어떤 계정에도 연결되지 않은 Visual Studio 구독은 GitHub 라이선스를 사용하지 않습니다.',
};
