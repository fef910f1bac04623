import type { Named } from '../../scheme/scheme.ts'

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
  readonly voterClass: string
  readonly sentence: string
  readonly holds: boolean
}

/**
 * Checks the numbers of a meeting (票数核对) by class: handed out ≤ printed; handed out − given back − spoilt
 * ≤ present; counted and void ≤ handed out − given back − spoilt. Every inequality is returned, those
 * that hold, too.
 */
export function checkIssued(
  classes: readonly Named[],
  issued: readonly IssueCount[],
  present: Readonly<Record<string, number>>,
  received: readonly {
    readonly voterClass: string
    readonly medium: 'phone' | 'paper'
    readonly sheets: number
  }[],
): readonly IssueCheck[] {
  return classes.flatMap(({ id, name }) => {
    const own = issued.filter(one => one.voterClass === id)
    const out = own.reduce((sum, one) => sum + one.handedOut - one.givenBack - one.spoilt, 0)
    const here = present[id] ?? 0
    const perMedium = own.flatMap(one => {
      const kind = one.medium === 'phone' ? '票条' : '纸质票'
      const used = one.handedOut - one.givenBack - one.spoilt
      const sheets = received
        .filter(({ voterClass, medium }) => voterClass === id && medium === one.medium)
        .reduce((sum, { sheets: more }) => sum + more, 0)
      return [
        {
          voterClass: id,
          sentence: `${name}${kind}：发出${one.handedOut}张，印制${one.printed}张`,
          holds: one.handedOut <= one.printed,
        },
        {
          voterClass: id,
          sentence: `${name}${kind}：收到${sheets}张，发出减退回减作废${used}张`,
          holds: sheets <= used,
        },
      ]
    })
    const all = {
      voterClass: id,
      sentence: `${name}：发出减退回减作废共${out}张，到会${here}人`,
      holds: out <= here,
    }
    return own.length === 0 ? [] : [...perMedium, all]
  })
}
