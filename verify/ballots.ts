import type { Findings } from './findings.ts'
import { canonical } from './hash.ts'
import type { Facts, PublishedFile } from './shapes.ts'

/** Checks what a meeting published, as far as it reaches, and that the year's facts carry the same marks (四（四）). */
export function checkPublished(text: string, facts: Facts | undefined, findings: Findings): void {
  const file = JSON.parse(text) as PublishedFile
  const { meeting, receipts, count } = file
  const wrong = (what: string): void => void findings.differences.push(`“${meeting.name}”计票：${what}`)
  if (canonical(file) !== text) wrong('公布文件的写法被改动过')
  if (new Set(receipts).size !== receipts.length) wrong('有回执重复')
  if (receipts.some((one, at) => at > 0 && receipts[at - 1]! > one)) wrong('回执没有按次序排列')
  const phones = count.classes.reduce((all, { phone }) => all + phone, 0)
  if (count.withheld.length > 0 ? phones > receipts.length : phones !== receipts.length)
    wrong('回执的个数与手机票数不符')
  const names = new Map(facts?.roster.units.map(({ id, name }) => [id, name]))
  let waiting = 0
  for (const { unit, classes } of count.units)
    for (const [at, one] of classes.entries()) {
      const whole = count.classes[at]
      const voided = whole?.voided.reduce((all, { sheets }) => all + sheets, 0) ?? 0
      const sheets = (whole?.phone ?? 0) + (whole?.paper ?? 0)
      if (one.voided !== voided || one.marks.length + one.voided + one.abstained !== sheets)
        wrong(`${names.get(unit) ?? unit}的评价、废票、弃权之和与票数不符`)
      const entered = facts?.ballotCounts.filter(
        fact => fact.unit === unit && fact.voterClasses.join() === one.voterClasses.join(),
      )
      if (meeting.rehearsal || entered === undefined || sheets === 0) continue
      if (entered.length === 0) waiting += 1
      else if (!entered.some(({ marks }) => canonical(marks) === canonical(one.marks)))
        wrong(`${names.get(unit) ?? unit}公布的评价与计分所用的不同`)
    }
  findings.checked.push(`“${meeting.name}”公布的计票：${count.units.length}人，${receipts.length}个回执`)
  if (waiting > 0) findings.notes.push(`“${meeting.name}”的计票有${waiting}处没有进入计分的事实`)
}
