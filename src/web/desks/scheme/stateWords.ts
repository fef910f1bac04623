import type { RulingPart } from '../../../contract/scheme/schemeDocument.ts'

/** 口径状态的说法. */
export const stateWords: { readonly [S in RulingPart['state']]: string } = {
  stated: '文件已明确',
  settled: '已确认',
  assumed: '暂按默认',
  open: '未答复',
}

/** 方案版本状态的说法. */
export const versionStateWords = { draft: '草案', promulgated: '已印发' } as const
