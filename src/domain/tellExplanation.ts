import type { RuleExplained } from './assessment/inspection/rules/ruleForm.ts'
import type { Finding, LedgerCount } from './cycle/facts.ts'
import { type Explanation, type ExplanationKind, explanationSentences } from './explanation/explanationKinds.ts'
import { printDay, printPeriod } from './kernel/calendar.ts'
import type { Explained, RulingNote } from './kernel/explanation.ts'
import { printPoints, type Points } from './kernel/points.ts'

/** 一句话说明: the Chinese sentence of one node, without its parts, rulings or evidence. */
export function tellExplanation(node: Explained): string {
  const tell = explanationSentences[node.kind as ExplanationKind] as (node: Explanation) => string
  const sentence = tell(node as Explanation)
  const { beforeCap, alsoIn } = node as Partial<RuleExplained>
  const capped = beforeCap === undefined ? '' : `（应计${printPoints(beforeCap as Points)}分，以该项上限为限）`
  const shared = alsoIn === undefined || node.kind === 'ledgerItem' ? '' : `（同一事项在${alsoIn}也扣分）`
  return `${sentence}${capped}${shared}`
}

/** 口径的一句话: how a silent point of the notice was answered, and whether that is confirmed. */
export function tellRuling({ id, text, citation, state, settledBy, settledOn }: RulingNote): string {
  const by = settledBy === undefined ? '' : `，${settledBy}${settledOn === undefined ? '' : `于${printDay(settledOn)}`}确定`
  const standing = { stated: '文件已明确', settled: `已确定${by}`, assumed: '暂按默认，尚未确认', open: '尚无答案' }[state]
  return `口径${id}（${citation}）：${text}【${standing}】`
}

/** 依据: findings and ledger counts behind a node, one line each; none for nodes without. */
export function tellEvidence(node: Explained): readonly string[] {
  const { findings = [], ledger = [] } = node as { findings?: readonly Finding[]; ledger?: readonly LedgerCount[] }
  return [...findings.map(tellFinding), ...ledger.map(entry => `台账：${printPeriod(entry.period)}记${entry.count}次`)]
}

function tellFinding(finding: Finding): string {
  const { quarter, foundOn, author, by, count, persons, occasions, amount, level, note, evidence } = finding
  const told = [
    quarter === undefined ? undefined : `第${quarter}季度`,
    foundOn === undefined ? undefined : printDay(foundOn),
    by === 'leadUnit' ? '牵头单位核查' : undefined,
    author === undefined ? undefined : `核查人${author}`,
    persons === undefined ? `${count}项（次）` : `${persons}人×${occasions ?? 1}次`,
    level === undefined ? undefined : `档次${level}`,
    amount === undefined ? undefined : `酌定${printPoints(amount)}分`,
    note,
    evidence === undefined ? undefined : `印证：${evidence}`,
  ]
  return `核查情况：${told.filter(text => text !== undefined).join('，')}`
}
