import type { RulingPart } from '../../../contract/scheme/schemeDocument.ts'

/** Names of the ruling states. */
export const stateWords: { readonly [S in RulingPart['state']]: string } = {
  stated: '文件已明确',
  settled: '已确认',
  assumed: '暂按默认',
  open: '未答复',
}

/** Names of the scheme version states. */
export const versionStateWords = { draft: '草案', promulgated: '已印发' } as const
