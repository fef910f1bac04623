import { type Explanation, type ExplanationKind, explanationSentences } from './explanationKinds.ts'
import { printDay } from '../kernel/calendar.ts'
import type { Explained, RulingNote } from '../kernel/explanation.ts'

/** Describes one node in a Chinese sentence (一句话说明), without its parts, rulings or evidence. */
export function describeExplanation(node: Explained): string {
  const describe = explanationSentences[node.kind as ExplanationKind] as (node: Explanation) => string
  return describe(node as Explanation)
}

/** Describes a ruling in one sentence (口径的一句话): how a point left open by the notice was answered, and whether that is confirmed. */
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
