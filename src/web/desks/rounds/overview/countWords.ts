import type { Overview } from './OverviewPage.tsx'

/** 进度各项的说法, in the order of the way. */
export const countWords: readonly { readonly key: keyof Overview['total']; readonly word: string }[] = [
  { key: 'settled', word: '已完结' },
  { key: 'objected', word: '有异议' },
  { key: 'sent', word: '已报送' },
  { key: 'underWay', word: '在途' },
  { key: 'waiting', word: '未开始' },
]
