import type { QuotaReasoning, QuotaStep } from './proveQuota.ts'

/** Prints an exact share (应得数的写法): a decimal where it ends within three places, else a mixed fraction, e.g. 2.1 or 2又1/7. (R4) */
export function printShare(numerator: number, denominator: number): string {
  if ((numerator * 1000) % denominator === 0) return String((numerator * 1000) / denominator / 1000)
  const remainder = numerator % denominator
  const whole = (numerator - remainder) / denominator
  return `${whole === 0 ? '' : `${whole}又`}${remainder}/${denominator}`
}

/** Describes the proof of a quota (名额证明的句子) in sentences, in order. `names` are the grades' names, best first. (三（二）1, R4) */
export function describeQuota(proof: QuotaReasoning, names: readonly string[]): readonly string[] {
  const { n, rows, denominator, left, steps } = proof
  const named = (at: number): string => `“${names[at]!}”`
  const ratio = rows.map(row => row.share).join('：')
  const shares = rows.map(
    (row, at) =>
      `${named(at)}${n}×${row.share}÷${denominator}＝${printShare(row.numerator, denominator)}，先给${row.whole}个`,
  )
  const whole = rows.reduce((sum, row) => sum + row.whole, 0)
  const rest = left === 0 ? '，正好给完' : `，还剩${left}个`
  return [
    `应评${n}个单位，按${ratio}分成${denominator}份`,
    `${shares.join('；')}；共给${whole}个${rest}`,
    ...steps.map(step => describeStep(step, proof, named)),
    `名额：${rows.map((row, at) => `${names[at]!}${row.places}个`).join('，')}`,
  ]
}

function describeStep(
  { grade, before, why, places }: QuotaStep,
  { rows, denominator }: QuotaReasoning,
  named: (at: number) => string,
): string {
  const remainder = printShare(rows[grade]!.remainder, denominator)
  const others = before.map(named).join('、')
  return {
    largest: `${named(grade)}的余数${remainder}较大，得剩余名额${places}个`,
    tieToMiddle: `${named(grade)}与${others}余数同为${remainder}，名额归更靠中间的${named(grade)}`,
    tieToBetter: `${named(grade)}与${others}余数同为${remainder}，离中间一样近，名额归较高的${named(grade)}`,
    rounded: `${named(grade)}的余数${remainder}满半个，进为1个`,
    raised: `${named(grade)}不得少于应得数，余数${remainder}进为1个`,
    rest: `${named(grade)}取其余的${places}个`,
  }[why]
}
