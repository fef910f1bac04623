import type { AnswerRule, Scheme } from '../scheme.ts'
import { type Found, found } from '../schemeFault.ts'

/** Checks scope and appraisees (考核范围与对象): levels and answer rules are not empty, and no rule follows one that already matches all its units. (一) */
export function* checkScope(scheme: Scheme): Generator<Found> {
  const { answers, levels, citation } = scheme.scope
  if (levels.length === 0) yield found('scopeEmpty', ['scope', 'levels'], { part: 'levels' }, { citation })
  if (answers.length === 0) yield found('scopeEmpty', ['scope', 'answers'], { part: 'answers' }, { citation })
  for (const [at, level] of levels.entries()) {
    if (/[，、,]/.test(level)) yield found('levelsJoined', ['scope', 'levels', at], { level }, { citation })
  }
  for (const [at, rule] of answers.entries()) {
    const after = answers.slice(0, at).findIndex(earlier => takesAllOf(earlier, rule))
    if (after < 0) continue
    const reads = [at, after].flatMap(place =>
      ['kinds', 'headedByLeader'].map(field => ['scope', 'answers', place, field]),
    )
    yield found(
      'answerRuleUnreachable',
      ['scope', 'answers', at],
      { at: at + 1, after: after + 1 },
      { citation: rule.citation, reads },
    )
  }
}

function takesAllOf(earlier: AnswerRule, rule: AnswerRule): boolean {
  const headed = earlier.headedByLeader === undefined || earlier.headedByLeader === rule.headedByLeader
  const kinds =
    earlier.kinds === undefined ||
    (rule.kinds !== undefined && rule.kinds.every(kind => earlier.kinds!.includes(kind)))
  return headed && kinds
}
