import type { RuleExplained } from '../score/inspection/rules/ruleForm.ts'
import { type Explanation, type ExplanationKind, explanationSentences } from './explanationKinds.ts'
import { printDay } from '../kernel/calendar.ts'
import type { Explained, RulingNote } from '../kernel/explanation.ts'
import { printPoints, type Points } from '../kernel/points.ts'

/** 一句话说明: the Chinese sentence of one node, without its parts, rulings or evidence. */
export function describeExplanation(node: Explained): string {
  const describe = explanationSentences[node.kind as ExplanationKind] as (node: Explanation) => string
  const sentence = describe(node as Explanation)
  const { beforeCap, alsoIn } = node as Partial<RuleExplained>
  const capped =
    beforeCap === undefined ? '' : `（应计${printPoints(beforeCap as Points)}分，以该项上限为限）`
  const shared = alsoIn === undefined || node.kind === 'ledgerItem' ? '' : `（同一事项在${alsoIn}也扣分）`
  return `${sentence}${capped}${shared}`
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
