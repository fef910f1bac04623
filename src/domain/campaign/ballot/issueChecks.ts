import type { Named } from '../../scheme/scheme.ts'
import type { MeetingCount } from './countSheets.ts'

/** What was issued to a voter class in one medium (发放情况): slips for phones or paper sheets, counted. */
export interface IssueCount {
  readonly voterClass: string
  readonly medium: 'phone' | 'paper'
  readonly printed: number
  readonly handedOut: number
  readonly givenBack: number
  readonly spoilt: number
}

/** One inequality of the count (票数核对): what must not exceed what, and whether it holds. */
export interface IssueCheck {
  readonly voterClasses: readonly string[]
  readonly sentence: string
  readonly holds: boolean
}

interface Received {
  readonly voterClasses: readonly string[]
  readonly phone?: number
  readonly paper?: number
}

/**
 * Checks the numbers of a meeting (票数核对) by class, merged classes together as they are counted: handed out
 * ≤ printed; received ≤ handed out − given back − spoilt; that ≤ present. Every inequality is returned,
 * those that hold, too. Of a withheld class nothing is said about what was received.
 */
export function checkIssued(
  classes: readonly Named[],
  issued: readonly IssueCount[],
  present: Readonly<Record<string, number>>,
  count: MeetingCount,
): readonly IssueCheck[] {
  const groups: readonly Received[] = [
    ...count.classes,
    ...count.withheld.map(id => ({ voterClasses: [id] })),
  ]
  return groups.flatMap(({ voterClasses, phone, paper }) => {
    const own = issued.filter(one => voterClasses.includes(one.voterClass))
    if (own.length === 0) return []
    const name = voterClasses.map(id => classes.find(one => one.id === id)?.name ?? id).join('、')
    const here = voterClasses.reduce((sum, id) => sum + (present[id] ?? 0), 0)
    const used = (list: readonly IssueCount[]) =>
      list.reduce((sum, one) => sum + one.handedOut - one.givenBack - one.spoilt, 0)
    const all = { voterClasses, sentence: `${name}：发出减退回、作废共${used(own)}张，到会${here}人` }
    return [
      ...checkMedium(
        `${name}票条`,
        voterClasses,
        own.filter(one => one.medium === 'phone'),
        used,
        phone,
      ),
      ...checkMedium(
        `${name}纸质票`,
        voterClasses,
        own.filter(one => one.medium === 'paper'),
        used,
        paper,
      ),
      { ...all, holds: used(own) <= here },
    ]
  })
}

function checkMedium(
  name: string,
  voterClasses: readonly string[],
  own: readonly IssueCount[],
  used: (list: readonly IssueCount[]) => number,
  received: number | undefined,
): readonly IssueCheck[] {
  if (own.length === 0) return []
  const printed = own.reduce((sum, one) => sum + one.printed, 0)
  const out = own.reduce((sum, one) => sum + one.handedOut, 0)
  const first = { voterClasses, sentence: `${name}：发出${out}张，印制${printed}张`, holds: out <= printed }
  if (received === undefined) return [first]
  const left = used(own)
  const sentence = `${name}：收到${received}张（含废票），发出减退回、作废${left}张`
  return [first, { voterClasses, sentence, holds: received <= left }]
}
