import { canonicalText } from '../../../domain/kernel/ids.ts'
import type { Finding } from '../../../domain/year/facts/facts.ts'
import type { Quarter } from '../../../domain/kernel/calendar.ts'
import type { Scheme } from '../../../domain/scheme/scheme.ts'
import { previewFacts } from './sheetContext.ts'

/** The points lost in one inspection, by row, in whole thousandths. */
export interface Loss {
  readonly lost: number
  readonly rows: readonly { readonly row: string; readonly title: string; readonly lost: number }[]
}

const NOTHING: Loss = { lost: 0, rows: [] }

/** Creates a function that has the engine compute what given findings alone cost a unit of this tier; caches equal findings. */
export function createLosses(
  scheme: Scheme,
): (tier: string, unit: string, quarter: Quarter, findings: readonly Finding[]) => Loss {
  const known = new Map<string, Loss>()
  return (tier, unit, quarter, findings) => {
    if (findings.length === 0) return NOTHING
    const key = `${tier}\n${contentOf(findings)}`
    const found = known.get(key) ?? lossOf(scheme, tier, unit, quarter, findings)
    known.set(key, found)
    return found
  }
}

/** Returns the content of findings as one text, regardless of author and time, to compare two sheets. */
export function contentOf(findings: readonly Finding[]): string {
  const texts = findings.map(
    ({
      unit: _unit,
      quarter: _quarter,
      foundOn: _day,
      author: _author,
      note: _note,
      evidence: _evidence,
      by: _by,
      ...rest
    }) => canonicalText(rest),
  )
  return texts.toSorted().join('\n')
}

function lossOf(
  scheme: Scheme,
  tier: string,
  unit: string,
  quarter: Quarter,
  findings: readonly Finding[],
): Loss {
  const facts = {
    visits: [{ unit, quarter, by: 'committee' as const }],
    findings: findings.map(finding => ({ ...finding, unit, quarter })),
    ledger: [],
    knowledgeTests: [],
    measures: [],
  }
  const rows = previewFacts(scheme, { id: unit, tier }, facts)
    .flatMap(preview => preview.rounds.flatMap(round => round.rows))
    .map(({ row, title, base, points }) => ({ row, title, lost: Math.max(0, base - points) }))
    .filter(row => row.lost > 0)
  return { lost: rows.reduce((sum, row) => sum + row.lost, 0), rows }
}
