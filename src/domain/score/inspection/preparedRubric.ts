import { type Explained, NO_PARTS, NO_RULINGS, type RulingNote } from '../../kernel/explanation.ts'
import type { Points } from '../../kernel/points.ts'
import type { Requirement } from '../../scheme/forms/ruleForm.ts'
import type { Row, Rubric } from '../../scheme/rubric.ts'
import type { Rule } from '../../scheme/forms/ruleForms.ts'
import type { Rulings } from '../../scheme/rulings.ts'
import { countingOf, feedsOf, formOf } from '../../scheme/forms/ruleForms.ts'
import type { RuleFormOf } from '../../scheme/forms/ruleForm.ts'
import { type RowExplained, rowExplained } from './rowExplained.ts'

/** Prepared rubric (备用的评分细则): rows and rules indexed in flat arrays, so that scoring looks nothing up twice. */
export interface PreparedRubric {
  readonly rubric: Rubric
  readonly rows: readonly PreparedRow[]
  /** The shared explanations of rows that nothing touched, one a row. */
  readonly untouched: readonly RowExplained[]
  readonly rules: readonly PreparedRule[]
  /** Rules by their own id, which several rows may share. */
  readonly byId: ReadonlyMap<string, readonly PreparedRule[]>
  readonly fed: readonly LedgerFeed[]
  readonly measured: readonly PreparedRule[]
  /** Rules under which each unit needs one finding. */
  readonly ladders: readonly PreparedRule[]
  /** What the rows hold before anything was found: the base, or less where rows start at zero. */
  readonly start: number
  readonly sectionCaps: readonly {
    readonly title: string
    readonly cap: Points
    readonly rows: readonly number[]
  }[]
  readonly bonusCap: 'mayExceedRow' | 'rowCapped' | 'uncapped'
  readonly bonusNotes: readonly RulingNote[]
  readonly orderNotes: readonly RulingNote[]
  readonly floorNotes: readonly RulingNote[]
}

/** Prepared row (备用的一行). `floor` comes from R2 or the row itself; `bonusFirst` adds bonuses before the floor holds (R35); `untouched` is the shared explanation of full marks. */
export interface PreparedRow {
  readonly at: number
  readonly row: Row
  readonly rules: readonly PreparedRule[]
  readonly floor: number
  readonly bonusFirst: boolean
  readonly untouched: RowExplained
}

/**
 * Prepared rule (备用的一条规则). `once`: counts as one however many are found (flat, or R23); `each`: the cost
 * of one, for forms that take a bare count; `effect`: what the rule's amount does to its row.
 */
export interface PreparedRule {
  readonly at: number
  readonly row: PreparedRow
  readonly rowId: string
  readonly rule: Rule
  readonly kind: Rule['form']
  readonly form: RuleFormOf<Rule>
  readonly effect: RuleFormOf<Rule>['effect']
  readonly once: boolean
  readonly byPersons: RuleFormOf<Rule>['byPersons']
  readonly combine: RuleFormOf<Rule>['combine']
  readonly each: number | undefined
  readonly cap: number | undefined
  /** Whether ledger counters feed it, with which its findings are compared. */
  readonly isFed: boolean
  readonly counter: string | undefined
  readonly measure: string | undefined
  readonly notes: readonly RulingNote[]
}

/** Ledger counters that feed a rule (台账对一条规则的供数): each is a fault counter that adds its count or a requirement that adds its shortfall. */
export interface LedgerFeed {
  readonly rule: PreparedRule
  readonly counters: readonly { readonly counter: string; readonly requirement?: Requirement }[]
}

/** Finds a rule of a row (某行的某条规则); `undefined` when the rubric has no such rule. */
export function ruleIn({ byId }: PreparedRubric, row: string, id: string): PreparedRule | undefined {
  const rules = byId.get(id)
  if (rules === undefined) return undefined
  for (let at = 0; at < rules.length; at++) if (rules[at]!.rowId === row) return rules[at]
  return undefined
}

/** Prepares a rubric (备好一个评分细则). Rows of a list outside the rubric are prepared the same way. */
export function prepareRubric(rubric: Rubric, rulings: Rulings): PreparedRubric {
  const negative = rulings.find('rowFloor')?.answer === 'negative'
  const bonusFirst = rulings.find('bonusOrder')?.answer === 'beforeFloor'
  const rules: PreparedRule[] = []
  const rows = rubric.rows.map((row, at): PreparedRow => {
    const own: PreparedRule[] = []
    const prepared = {
      at,
      row,
      rules: own,
      floor: floorOf(row, negative),
      bonusFirst,
      untouched: untouchedRow(row, rubric),
    }
    for (const rule of row.rules) own.push(prepareRule(rule, prepared, rules.length + own.length, rulings))
    rules.push(...own)
    return prepared
  })
  return {
    rubric,
    rows,
    untouched: rows.map(row => row.untouched),
    rules,
    byId: new Map(rules.map(({ rule: { id } }) => [id, rules.filter(other => other.rule.id === id)])),
    fed: rules
      .map(rule => ({ rule, counters: rule.each === undefined ? [] : feedsOf(rule.rule) }))
      .filter(({ counters }) => counters.length > 0),
    measured: rules.filter(rule => rule.form.measured !== undefined),
    ladders: rules.filter(rule => rule.form.isOne === true),
    start: rows.reduce((sum, { row }) => sum + row.base, 0),
    sectionCaps: rubric.sections.flatMap(section =>
      section.deductionCap === undefined
        ? []
        : [
            {
              title: section.title,
              cap: section.deductionCap,
              rows: rows.filter(row => row.row.section === section.id).map(row => row.at),
            },
          ],
    ),
    bonusCap: rulings.find('bonusCap')?.answer ?? 'rowCapped',
    bonusNotes: rulings.notes('bonusCap'),
    orderNotes: rulings.notes('bonusOrder'),
    floorNotes: rulings.notes('rowFloor'),
  }
}

function prepareRule(rule: Rule, row: PreparedRow, at: number, rulings: Rulings): PreparedRule {
  const form = formOf(rule)
  return {
    at,
    row,
    rowId: row.row.id,
    rule,
    kind: rule.form,
    form,
    effect: form.effect,
    once: countingOf(rule, rulings.find('unclearUnit')?.answer) === 'once',
    byPersons: form.byPersons,
    combine: form.combine,
    each: form.perCount?.(rule),
    cap: rule.cap,
    isFed: feedsOf(rule).length > 0,
    counter: rule.counter,
    measure: 'measure' in rule ? rule.measure : undefined,
    notes: notesOf(rule, rulings),
  }
}

function floorOf(row: Row, negative: boolean): number {
  if (row.floor === 'negative') return Number.NEGATIVE_INFINITY
  if (row.floor !== undefined) return row.floor
  return negative ? Number.NEGATIVE_INFINITY : 0
}

function notesOf(rule: Rule, rulings: Rulings): readonly RulingNote[] {
  const named = rulings.notesById(rule.ruling)
  const ofForm = formOf(rule).topic
  const topic =
    ofForm?.on === 'rule'
      ? rulings.notes(ofForm.name)
      : rule.unclear === true
        ? rulings.notes('unclearUnit')
        : NO_RULINGS
  return [...named, ...topic.filter(note => !named.includes(note))]
}

function untouchedRow(row: Row, rubric: Rubric): RowExplained {
  const node = rowExplained(row, row.base, NO_PARTS as readonly Explained[], NO_RULINGS, 0, 0, false)
  return isEarned(row, rubric) ? { ...node, earned: true } : node
}

/** Checks whether the points of a row (一行的分值) are earned from zero: in a rubric, a row of base 0 with a cap. */
function isEarned(row: Row, rubric: Rubric): boolean {
  return rubric.base > 0 && row.base === 0 && row.cap !== undefined
}
