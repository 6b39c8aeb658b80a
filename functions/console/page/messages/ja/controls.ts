import type { Translation } from '../catalogue.ts';
import type { controls as english } from '../en/controls.ts';

export const controls: Translation<typeof english> = {
  loading: '読み込み中',
  close: '閉じる',
  cancel: 'キャンセル',
  'dismiss-message': 'このメッセージを閉じる',
  pages: 'ページ',
  page: '{page} ページ',
  previous: '前へ',
  next: '次へ',
  'download-started': 'ダウンロードが始まりました。',
  preparing: '準備中',
  'nothing-to-download': '最初のマージの前にはダウンロードできるものがありません。',
};
