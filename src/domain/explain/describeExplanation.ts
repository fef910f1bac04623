import { type Explanation, type ExplanationKind, explanationSentences } from './explanationKinds.ts'
import { printDay } from '../kernel/calendar.ts'
import type { Explained, RulingNote } from '../kernel/explanation.ts'

/** 一句话说明: the Chinese sentence of one node, without its parts, rulings or evidence. */
export function describeExplanation(node: Explained): string {
  const describe = explanationSentences[node.kind as ExplanationKind] as (node: Explanation) => string
  return describe(node as Explanation)
}

/** 口径的一句话: how a silent point of the notice was answered, and whether that is confirmed. */
export function describeRuling({ id, text, citation, state, settledBy, settledOn }: RulingNote): string {
  const by =
    settledBy === undefined
      ? ''
      : `，${settledBy}${settledOn === undefined ? '' : `于${printDay(settledOn)}`}确定`
  const standing = {
    stated: '文件已明确',
    settled: `已确定${by}`,
    assumed: '暂按默认，尚未确认',
    open: '尚无答案',
  }[state]
  return `口径${id}（${citation}）：${text}【${standing}】`
}
