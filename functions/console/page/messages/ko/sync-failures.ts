import type { Translation } from '../catalogue.ts';
import type { syncFailures as english } from '../en/sync-failures.ts';

export const syncFailures: Translation<typeof english> = {
  'unauthorized.title': 'GitHub가 이 원본의 토큰을 받아들이지 않습니다.',
  'unauthorized.fix':
    '범위가 read:enterprise(인스턴스는 site_admin)인 새 클래식 토큰을 연결 비밀에 넣고 다시 동기화하세요.',
  'forbidden.title': '이 원본의 토큰은 요청한 내용을 볼 수 없습니다.',
  'forbidden.fix':
    '범위가 read:enterprise인 엔터프라이즈 소유자의 클래식 토큰(인스턴스는 범위가 site_admin인 사이트 관리자의 토큰)을 사용하고 다시 동기화하세요.',
  'not-found.title': '이 원본이 구성되지 않았거나 GitHub가 토큰에서 숨깁니다.',
  'not-found.fix':
    '엔터프라이즈 이름, 연결 비밀의 호스트 이름과 base_url, 토큰의 범위를 확인하고 다시 동기화하세요.',
  'rate-limited.title': 'GitHub의 속도 제한에 도달했습니다.',
  'rate-limited.fix':
    '한 시간 후에 다시 동기화하세요. 자주 발생하면 다른 곳에서 쓰지 않는 토큰을 이 원본에 지정하세요.',
  'report-not-ready.title': '인스턴스가 아직 사용자 보고서를 준비하고 있었습니다.',
  'report-not-ready.fix': '몇 분 후에 다시 동기화하세요.',
  'unavailable.title': '원본에 연결할 수 없거나 현재 작동하지 않습니다.',
  'unavailable.fix': '원본이 작동하고 동기화의 네트워크에서 연결되는지 확인한 다음 다시 동기화하세요.',
  'timed-out.title': '원본이 제시간에 응답하지 않았습니다.',
  'timed-out.fix': '이 원본만 동기화하여 모든 시간을 쓰도록 하세요.',
  'untrusted-certificate.title': '인스턴스의 TLS 인증서를 신뢰할 수 없습니다.',
  'untrusted-certificate.fix':
    '인증 기관의 인증서를 ca_certificate로 연결 비밀에 넣거나 인스턴스의 인증서를 갱신한 다음 다시 동기화하세요.',
  'unreadable-answer.title': '응답이 GitHub가 문서화한 형식이 아닙니다.',
  'unreadable-answer.fix':
    'base_url이 로그인 페이지나 프록시가 아닌 인스턴스 자체로 연결되는지 확인한 다음 다시 동기화하세요.',
  'incomplete-answer.title': '응답이 중간에 끊겼습니다.',
  'incomplete-answer.fix': '다시 동기화하세요. 자주 발생하면 동기화와 원본 사이에 무엇이 있는지 확인하세요.',
  'held.title': '동기화가 계정을 비정상적으로 많이 제거하므로 아무것도 변경되지 않았습니다.',
  'held.fix': '아래에서 이 인스턴스의 마지막 동기화를 보고 거기서 결정하세요.',
  'internal.title': 'GitHub가 아니라 여기에서 예기치 않은 오류가 발생했습니다.',
  'internal.fix': '다시 동기화하세요. 계속되면 동기화 함수의 로그에서 이 실행을 찾아보세요.',
  'nothing-configured.title': '동기화할 것이 아무것도 구성되지 않았습니다.',
  'nothing-configured.fix': '엔터프라이즈와 인스턴스의 토큰을 연결 비밀에 넣고 다시 동기화하세요.',
  'not-started.title': '동기화를 시작할 수 없습니다.',
  'not-started.fix': '1분 후에 다시 동기화하세요. 계속되면 동기화 함수의 로그를 확인하세요.',
  'not-merged.title': '사용량을 가져왔지만 병합되지 않았습니다. 이전 내용이 그대로 유효합니다.',
  'not-merged.fix': '다시 동기화하세요. 계속되면 동기화 함수의 로그에서 이 실행을 찾아보세요.',
};
