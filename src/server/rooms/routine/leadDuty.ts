import { type Points, printPoints } from '../../../domain/kernel/points.ts'
import { quarterOf } from '../../../domain/kernel/calendar.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { Row } from '../../../domain/scheme/rubric.ts'
import { formOf, type Rule } from '../../../domain/scheme/forms/ruleForms.ts'
import { indexRulings } from '../../../domain/scheme/rulings.ts'
import type { Scheme } from '../../../domain/scheme/scheme.ts'
import { toInstant } from '../../platform/database/toInstant.ts'
import { formatInstant } from '../../platform/formatInstant.ts'
import { checkBeside } from '../results/checkEntered.ts'
import type { EnteredFact } from '../results/enteredFact.ts'
import { bumpCycle } from '../../office/roster/bumpCycle.store.ts'
import { findLeadDuty, insertLeadDuty, readLeadDuty, withdrawLeadDutyRow } from './leadDuty.store.ts'
import { ROUTINE } from './routineFacts.store.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'
import { enterFacts, withdrawFacts } from '../../year/facts.store.ts'
import { loadYear } from '../../year/loadYear.ts'
import { staleRevision } from '../../platform/change/staleRevision.ts'

type LeadDuty = Answered<'GET /api/years/:year/routine/leadDuty'>

/** Shows lead duty (牵头职责): the rules that leave the amount to the committee, the units they apply to, and the deductions recorded. (六（四）, R14, R30) */
export async function viewLeadDuty({
  context,
  reach,
  params: { year },
}: Served<'GET /api/years/:year/routine/leadDuty'>): Promise<LeadDuty | Refusal> {
  const found = await loadYear(context.db, year)
  if (isRefusal(found)) return found
  const { scheme, roster, units } = found
  const duties = dutyRules(scheme)
  const tiers = new Set(duties.flatMap(({ row }) => row.tiers ?? []))
  const byName = new Intl.Collator('zh')
  return {
    year,
    today: context.today(),
    rules: duties.map(({ row, rule }) => presentRule(scheme, row, rule)),
    units: roster.units
      .filter(unit => tiers.has(unit.tier) && reach.has(unit.id))
      .map(({ id, name }) => ({ unit: id, unitName: name }))
      .toSorted((one, other) => byName.compare(one.unitName, other.unitName)),
    records: (await readLeadDuty(context.db, year))
      .filter(one => reach.has(one.unit))
      .map(one => {
        const known = duties.find(({ row, rule }) => row.id === one.row && rule.id === one.rule)
        return {
          id: one.id,
          unit: one.unit,
          unitName: units.get(one.unit)?.name ?? one.unit,
          row: one.row,
          rule: one.rule,
          text: known?.rule.text ?? one.rule,
          citation: known?.row.citation ?? one.row,
          amount: one.amount as Points,
          reason: one.reason,
          cited: [...one.cited],
          objection: one.objection ?? undefined,
          answer: one.answer ?? undefined,
          upheld: one.upheld ?? undefined,
          foundOn: one.foundOn,
          by: one.by,
          at: toInstant(one.at),
          revision: one.revision,
          ...(one.withdrawnAt === null
            ? {}
            : {
                withdrawn: { by: one.withdrawnBy!, at: toInstant(one.withdrawnAt), why: one.withdrawnWhy! },
              }),
        }
      }),
  }
}

/** Records a deduction for lead duty: a finding on the row, checked as an import would check it. `notLeadDuty`, `factFaulty`, `yearSealed`. */
export async function recordLeadDuty({
  context,
  actor,
  change,
  params: { year },
  body: { unit, row, rule, amount, foundOn, reason, cited },
}: Served<'POST /api/years/:year/routine/leadDuty'>): Promise<{ id: string } | Refusal> {
  return change<{ id: string }>(async tx => {
    const ground = await loadYear(tx, year, { lock: true })
    if (isRefusal(ground)) return ground
    const duty = dutyRules(ground.scheme).find(one => one.row.id === row && one.rule.id === rule)
    if (duty === undefined) return refuse('notLeadDuty', { rule })
    const moment = {
      quarter: quarterOf(foundOn),
      by: 'committee',
      foundOn,
      author: actor.name,
      note: reason,
    } as const
    const entered: EnteredFact = { kind: 'findings', body: { unit, row, rule, count: 1, amount, ...moment } }
    const faulty = await checkBeside(tx, year, ground, entered)
    if (faulty !== undefined) return faulty
    const [id, factId, at] = [context.newId(), context.newId(), context.now()]
    await enterFacts(tx, year, [{ id: factId, ...entered }], {
      author: actor.name,
      now: at,
      revision: ground.revision,
      source: ROUTINE,
    })
    const kept = {
      id,
      year,
      unit,
      row,
      rule,
      amount,
      reason,
      cited,
      foundOn,
      byId: actor.id,
      by: actor.name,
      at: at.toISOString(),
      factId,
    }
    await insertLeadDuty(tx, kept)
    const values = { rule: `${duty.row.citation} ${duty.rule.text}`, amount: printPoints(amount), reason }
    return { answer: { id }, events: [{ kind: 'leadDutyRecorded', year, unit, values }] }
  })
}

/** Withdraws a deduction for lead duty. `notFound`, `recordWithdrawn`, `staleRevision`, `yearSealed`. */
export async function withdrawLeadDuty({
  context,
  actor,
  change,
  params: { year, record },
  body: { reason, revision },
}: Served<'POST /api/years/:year/routine/leadDuty/:record/withdraw'>): Promise<{ id: string } | Refusal> {
  return change<{ id: string }>(async tx => {
    const next = await bumpCycle(tx, year)
    if (isRefusal(next)) return next
    const found = await findLeadDuty(tx, year, record)
    if (found === undefined) return refuse('notFound', { what: '这条扣分' })
    if (found.withdrawnAt !== null)
      return refuse('recordWithdrawn', {
        by: found.withdrawnBy!,
        at: formatInstant(found.withdrawnAt),
      })
    if (found.revision !== revision) return staleRevision('这条扣分', found.by, found.at)
    const at = context.now()
    await withdrawLeadDutyRow(tx, found, { by: actor.name, at, why: reason })
    await withdrawFacts(tx, year, [found.factId], { author: actor.name, now: at, revision: next })
    const values = { rule: `${found.row} ${found.rule}`, amount: printPoints(found.amount as Points), reason }
    return { answer: { id: record }, events: [{ kind: 'leadDutyWithdrawn', year, unit: found.unit, values }] }
  })
}

interface DutyRule {
  readonly row: Row
  readonly rule: Rule
}

/** Returns the rules that apply to some tiers only and leave the amount to the appraiser. */
function dutyRules({ lists }: Scheme): readonly DutyRule[] {
  return lists
    .filter(row => row.tiers !== undefined)
    .flatMap(row => row.rules.filter(rule => formOf(rule).bounds !== undefined).map(rule => ({ row, rule })))
}

function presentRule(scheme: Scheme, row: Row, rule: Rule) {
  const discretion = indexRulings(scheme).find('discretionary')
  const { least, most, step } = formOf(rule).bounds!(rule, row.base, discretion?.answer)
  const named = scheme.rulings.filter(ruling => ruling.id === rule.ruling || ruling === discretion)
  // A rule with a limit of its own takes the steps of the general ruling alone.
  const isOwn = rule.form === 'discretionary' && rule.limit !== undefined && discretion?.id !== rule.ruling
  return {
    row: row.id,
    rule: rule.id,
    title: row.title,
    text: rule.text,
    citation: row.citation,
    least,
    most,
    step,
    cap: rule.cap,
    rulings: named.map(({ id, text }) => ({
      id,
      text:
        isOwn && id === discretion?.id
          ? `${text}。这里只用它的分档，上限以${rule.ruling === undefined ? '这一条写明的' : `口径${rule.ruling}`}为准`
          : text,
    })),
  }
}
